package dev.plankton.steps.split;

import dev.plankton.contracts.formats.DatasetColumns;
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
import dev.plankton.steps.images.Datasets;
import dev.plankton.steps.images.PreprocessedImages;
import dev.plankton.steps.images.PreprocessedImages.Usable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Combines a dataset's shards and decides once and for all which images are for training, validation and test (SPEC 1
 * and 2).
 *
 * <p>Reads the {@link ImportManifest} and the {@link PreprocessedShard}s. Writes a {@link DatasetManifest} of kind
 * "dataset", whose artifact id is the dataset id, and the dataset's rows in the run history.
 *
 * <p>A split that the upload contains is kept ({@link Parts}). Rare classes end the step, or are dropped or merged
 * ({@link ClassChoice}), and some classes may be held out ({@link HeldOut}). Idempotent: any other split depends on (seed, class, image key) alone, and the manifest is
 * sorted.
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
        return 6;
    }

    @Override
    public SplitTask.Output run(SplitTask.Input input, StepContext context) throws IOException, InterruptedException {
        PreprocessedImages preprocessed =
                PreprocessedImages.read(input.imported(), input.shards().values(), context);
        ClassChoice choice = ClassChoice.of(preprocessed, input.rareClasses(), input.minimumPerClass());
        Completeness.check(preprocessed, input.maxLeftOutFraction());
        DatasetManifest manifest = manifest(input, preprocessed, choice);
        ArtifactId dataset = Datasets.publish(manifest, context);
        int leftOut = preprocessed.leftOut().size();
        int setAside = manifest.leftOut().size() - leftOut;
        context.log("Dataset %s: %,d images in %d classes; %,d images left out, %,d files set aside."
                .formatted(dataset, manifest.images().size(), manifest.classes().size(), leftOut, setAside));
        DatasetManifest.Unseen unseen = manifest.unseen();
        if (!unseen.classes().isEmpty()) {
            context.log("Held out of training: %,d images of %d classes (%s)."
                    .formatted(unseen.images().size(), unseen.classes().size(), String.join(", ", unseen.classes())));
        }
        manifest.remarks().forEach(context::log);
        return new SplitTask.Output(
                dataset,
                manifest.images().size(),
                leftOut,
                setAside,
                manifest.classes().size(),
                unseen.classes().size(),
                manifest.remarks());
    }

    private static DatasetManifest manifest(
            SplitTask.Input input, PreprocessedImages preprocessed, ClassChoice choice) {
        ImportManifest imported = preprocessed.imported();
        List<Usable> usable = preprocessed.usable();
        long seed = input.splitSeed().orElse(input.seed());
        Parts split = new Parts(new StratifiedSplit(
                seed, input.validationPerClass(), input.testPerClass(), input.smallClassFraction()));
        Set<String> heldOut =
                HeldOut.of(input.heldOutClasses(), choice.members().keySet(), seed, imported.dataset());
        List<String> classes = new ArrayList<>(choice.members().keySet());
        classes.removeAll(heldOut);
        DatasetColumns images = new DatasetColumns();
        for (int index = 0; index < classes.size(); index++) {
            List<Usable> members = members(choice, classes.get(index), usable);
            Map<String, Split> parts = split.of(
                    classes.get(index), members.stream().map(Usable::source).toList());
            for (Usable member : members) {
                images.add(
                        member.image(index, parts.getOrDefault(member.source().key(), Split.TRAIN)));
            }
        }
        List<LeftOut> leftOut = Stream.of(preprocessed.leftOut(), imported.setAside(), choice.dropped())
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(LeftOut::source))
                .toList();
        return new DatasetManifest(
                imported.dataset(),
                input.side(),
                classes,
                images,
                preprocessed.shards(),
                leftOut,
                Stream.of(
                                imported.remarks(),
                                choice.remarks(),
                                split.remarks(),
                                preprocessed.remarks().sentences())
                        .flatMap(Collection::stream)
                        .toList(),
                unseen(choice, List.copyOf(heldOut), usable),
                imported.pixelSizes());
    }

    private static DatasetManifest.Unseen unseen(ClassChoice choice, List<String> classes, List<Usable> usable) {
        DatasetColumns images = new DatasetColumns();
        for (int index = 0; index < classes.size(); index++) {
            for (Usable member : members(choice, classes.get(index), usable)) {
                images.add(member.image(index, Split.TEST));
            }
        }
        return new DatasetManifest.Unseen(classes, images);
    }

    private static List<Usable> members(ClassChoice choice, String className, List<Usable> usable) {
        return choice.members().getOrDefault(className, List.of()).stream()
                .map(usable::get)
                .toList();
    }

    @Override
    public void record(SplitTask.Input input, SplitTask.Output output, StepContext context)
            throws IOException, InterruptedException {
        DatasetManifest manifest = Datasets.read(output.datasetId(), context);
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
                    counts[index][Split.TEST.ordinal()],
                    0));
        }
        int[] unseen = new int[manifest.unseen().classes().size()];
        manifest.unseen().images().forEach(image -> unseen[image.classIndex()]++);
        for (int index = 0; index < unseen.length; index++) {
            classes.add(new DatasetRow.ClassCount(manifest.unseen().classes().get(index), 0, 0, 0, unseen[index]));
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
