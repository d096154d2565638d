package dev.plankton.split;

import dev.plankton.db.rows.DatasetRow;
import dev.plankton.runtime.formats.DatasetManifest;
import dev.plankton.runtime.formats.DatasetManifest.Image;
import dev.plankton.runtime.formats.DatasetManifest.LeftOut;
import dev.plankton.runtime.formats.ImportManifest;
import dev.plankton.runtime.formats.PreprocessedShard;
import dev.plankton.runtime.formats.Split;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Gathers a dataset's shards and decides for good which images train, validate and test (SPEC 1 and 2).
 *
 * <p>Reads the {@link ImportManifest} and the {@link PreprocessedShard}s. Writes a {@link DatasetManifest} of kind
 * "dataset", whose artifact id is the dataset id, and the dataset's rows in the run history.
 *
 * <p>A split that the upload brings along is kept. Idempotent: any other depends on (seed, class, image key) alone, and the manifest is sorted.
 *
 * <p>Largest limitation: the manifest is built and written as a whole, about 250 bytes an image.
 */
public final class SplitStep implements Step<SplitInput, SplitOutput> {

    @Override
    public String taskType() {
        return "plankton_split";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Class<SplitInput> inputType() {
        return SplitInput.class;
    }

    @Override
    public Class<SplitOutput> outputType() {
        return SplitOutput.class;
    }

    @Override
    public SplitOutput run(SplitInput input, StepContext context) throws IOException, InterruptedException {
        ImportManifest imported = context.artifacts().fetchJson(input.imported(), ImportManifest.class);
        SortedMap<Integer, ArtifactId> images = new TreeMap<>();
        Map<Integer, PreprocessedShard> shards = new HashMap<>();
        for (SplitInput.Shard shard : input.shards().values()) {
            context.checkCancelled();
            images.put(shard.shard(), shard.images());
            shards.put(shard.shard(), context.artifacts().fetchJson(shard.preprocessed(), PreprocessedShard.class));
        }
        Gathered gathered = Gathered.of(imported, shards);
        gathered.check(input.maxLeftOutFraction());
        DatasetManifest manifest = manifest(input, gathered, images);
        ArtifactId dataset = context.artifacts().publishJson("dataset", manifest);
        context.log("Dataset %s: %,d images in %d classes, %,d files left out."
                .formatted(
                        dataset,
                        manifest.images().size(),
                        manifest.classes().size(),
                        manifest.leftOut().size()));
        return new SplitOutput(
                dataset.sha256(),
                manifest.images().size(),
                manifest.leftOut().size(),
                manifest.classes().size());
    }

    private static DatasetManifest manifest(
            SplitInput input, Gathered gathered, SortedMap<Integer, ArtifactId> shards) {
        ImportManifest imported = gathered.imported();
        List<Integer> numbers = List.copyOf(shards.keySet());
        StratifiedSplit split = new StratifiedSplit(
                input.seed(), input.validationPerClass(), input.testPerClass(), input.smallClassFraction());
        List<Image> images = new ArrayList<>();
        for (int index = 0; index < imported.classes().size(); index++) {
            String name = imported.classes().get(index);
            List<Gathered.Usable> members = gathered.usable().stream()
                    .filter(image -> image.source().className().equals(name))
                    .sorted(Comparator.comparing(image -> image.source().key()))
                    .toList();
            Map<String, Split> parts = parts(split, imported, name, members);
            for (Gathered.Usable member : members) {
                ImportManifest.Image source = member.source();
                images.add(new Image(
                        source.key(),
                        source.source(),
                        index,
                        parts.getOrDefault(source.key(), Split.TRAIN),
                        member.width(),
                        member.height(),
                        numbers.indexOf(source.shard())));
            }
        }
        List<LeftOut> leftOut = Stream.of(gathered.leftOut(), imported.setAside())
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(LeftOut::source))
                .toList();
        return new DatasetManifest(
                imported.dataset(), input.side(), imported.classes(), images, List.copyOf(shards.values()), leftOut);
    }

    /**
     * The upload's own split of a class where it has one with images for each part; otherwise, as a class without test
     * images could not be judged, a split drawn anew.
     */
    private static Map<String, Split> parts(
            StratifiedSplit split, ImportManifest imported, String className, List<Gathered.Usable> members) {
        List<String> keys = members.stream().map(image -> image.source().key()).toList();
        Map<String, Split> given = new HashMap<>();
        for (String key : keys) {
            Optional.ofNullable(imported.splits().get(key)).ifPresent(part -> given.put(key, part));
        }
        boolean whole = given.size() == keys.size() && given.values().containsAll(List.of(Split.values()));
        return whole ? given : split.divide(className, keys);
    }

    @Override
    public void record(SplitInput input, SplitOutput output, StepContext context)
            throws IOException, InterruptedException {
        DatasetManifest manifest =
                context.artifacts().fetchJson(new ArtifactId(output.datasetId()), DatasetManifest.class);
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
                .dataset(
                        context.runId(),
                        new DatasetRow(output.datasetId(), manifest.name(), manifest.side(), classes, leftOut));
    }
}
