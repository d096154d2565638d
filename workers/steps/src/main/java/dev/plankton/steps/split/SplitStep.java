package dev.plankton.steps.split;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.DatasetManifest.Image;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.PreprocessedShard;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.SplitTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.db.rows.DatasetRow;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.steps.images.PreprocessedImages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Combines a dataset's shards and decides once and for all which images are for training, validation and test (SPEC 1
 * and 2).
 *
 * <p>Reads the {@link ImportManifest} and the {@link PreprocessedShard}s. Writes a {@link DatasetManifest} of kind
 * "dataset", whose artifact id is the dataset id, and the dataset's rows in the run history.
 *
 * <p>A split that the upload contains is kept. Idempotent: any other split depends on (seed, class, image key) alone,
 * and the manifest is sorted.
 *
 * <p>Largest limitation: the manifest is built and written as a whole, about 250 bytes per image.
 */
public final class SplitStep implements Step<SplitTask.Input, SplitTask.Output> {

    @Override
    public TaskType<SplitTask.Input, SplitTask.Output> type() {
        return SplitTask.TYPE;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public SplitTask.Output run(SplitTask.Input input, StepContext context) throws IOException, InterruptedException {
        PreprocessedImages preprocessed =
                PreprocessedImages.read(input.imported(), input.shards().values(), context);
        Completeness.check(preprocessed, input.maxLeftOutFraction());
        DatasetManifest manifest = manifest(input, preprocessed);
        ArtifactId dataset = context.artifacts().publishJson("dataset", manifest);
        context.log("Dataset %s: %,d images in %d classes, %,d files left out."
                .formatted(
                        dataset,
                        manifest.images().size(),
                        manifest.classes().size(),
                        manifest.leftOut().size()));
        return new SplitTask.Output(
                dataset,
                manifest.images().size(),
                manifest.leftOut().size(),
                manifest.classes().size());
    }

    private static DatasetManifest manifest(SplitTask.Input input, PreprocessedImages preprocessed) {
        ImportManifest imported = preprocessed.imported();
        StratifiedSplit split = new StratifiedSplit(
                input.seed(), input.validationPerClass(), input.testPerClass(), input.smallClassFraction());
        List<Image> images = new ArrayList<>();
        for (int index = 0; index < imported.classes().size(); index++) {
            String name = imported.classes().get(index);
            List<PreprocessedImages.Usable> members = preprocessed.usable().stream()
                    .filter(image -> image.source().className().equals(name))
                    .sorted(Comparator.comparing(image -> image.source().key()))
                    .toList();
            Map<String, Split> parts = parts(split, imported, name, members);
            for (PreprocessedImages.Usable member : members) {
                images.add(
                        member.image(index, parts.getOrDefault(member.source().key(), Split.TRAIN)));
            }
        }
        List<LeftOut> leftOut = Stream.of(preprocessed.leftOut(), imported.setAside())
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(LeftOut::source))
                .toList();
        return new DatasetManifest(
                imported.dataset(), input.side(), imported.classes(), images, preprocessed.shards(), leftOut);
    }

    /**
     * The upload's own split of a class, if it covers all images of the class and each part has some. Otherwise a new
     * split is drawn, because a class without test images could not be measured.
     */
    private static Map<String, Split> parts(
            StratifiedSplit split, ImportManifest imported, String className, List<PreprocessedImages.Usable> members) {
        List<String> keys = members.stream().map(image -> image.source().key()).toList();
        Map<String, Split> given = new HashMap<>();
        for (String key : keys) {
            Optional.ofNullable(imported.splits().get(key)).ifPresent(part -> given.put(key, part));
        }
        boolean whole = given.size() == keys.size() && given.values().containsAll(List.of(Split.values()));
        return whole ? given : split.divide(className, keys);
    }

    @Override
    public void record(SplitTask.Input input, SplitTask.Output output, StepContext context)
            throws IOException, InterruptedException {
        DatasetManifest manifest = context.artifacts().fetchJson(output.datasetId(), DatasetManifest.class);
        int[][] counts = new int[manifest.classes().size()][Split.values().length];
        for (Image image : manifest.images()) {
            counts[image.classIndex()][image.split().ordinal()]++;
        }
        List<DatasetRow.ClassCount> classes = new ArrayList<>();
        for (int index = 0; index < counts.length; index++) {
            classes.add(new DatasetRow.ClassCount(
                    manifest.classes().get(index),
                    counts[index][Split.TRAIN.ordinal()],
                    counts[index][Split.VALIDATION.ordinal()],
                    counts[index][Split.TEST.ordinal()]));
        }
        List<DatasetRow.LeftOut> leftOut = manifest.leftOut().stream()
                .map(file -> new DatasetRow.LeftOut(file.source(), file.reason()))
                .toList();
        context.history()
                .training()
                .dataset(
                        context.runId(),
                        new DatasetRow(output.datasetId(), manifest.name(), manifest.side(), classes, leftOut));
    }
}
