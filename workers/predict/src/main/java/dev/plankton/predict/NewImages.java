package dev.plankton.predict;

import dev.plankton.runtime.formats.DatasetManifest;
import dev.plankton.runtime.formats.DatasetManifest.LeftOut;
import dev.plankton.runtime.formats.ImportManifest;
import dev.plankton.runtime.formats.PreprocessedShard;
import dev.plankton.runtime.formats.Split;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The images to classify.
 *
 * @param manifest of one class without a name, in the order of their sources
 * @param objectIds by image key, for those that have one
 */
record NewImages(DatasetManifest manifest, Map<String, String> objectIds) {
    private static final List<String> NO_CLASS = List.of("");

    /** @throws BadInputException if none could be preprocessed */
    static NewImages gather(PredictInput input, StepContext context) throws IOException, InterruptedException {
        ImportManifest imported = context.artifacts().fetchJson(input.imported(), ImportManifest.class);
        SortedMap<Integer, ArtifactId> shards = new TreeMap<>();
        Map<String, PreprocessedShard.Image> usable = new HashMap<>();
        List<LeftOut> leftOut = new ArrayList<>(imported.leftOut());
        Map<String, String> reasons = new HashMap<>();
        for (PredictInput.Shard shard : input.shards().values()) {
            shards.put(shard.shard(), shard.images());
            PreprocessedShard preprocessed =
                    context.artifacts().fetchJson(shard.preprocessed(), PreprocessedShard.class);
            preprocessed.images().forEach(image -> usable.put(image.key(), image));
            preprocessed.leftOut().forEach(image -> reasons.put(image.key(), image.reason()));
        }
        List<Integer> numbers = List.copyOf(shards.keySet());
        List<DatasetManifest.Image> images = new ArrayList<>();
        for (ImportManifest.Image source : imported.images()) {
            PreprocessedShard.Image image = usable.get(source.key());
            if (image == null) {
                leftOut.add(new LeftOut(
                        source.source(), reasons.getOrDefault(source.key(), "is in no preprocessed shard")));
            } else {
                images.add(new DatasetManifest.Image(
                        source.key(),
                        source.source(),
                        0,
                        Split.TEST,
                        image.width(),
                        image.height(),
                        numbers.indexOf(source.shard())));
            }
        }
        if (images.isEmpty()) {
            throw new BadInputException("No image of '%s' can be used (%s %s); mend the images and upload them again."
                    .formatted(
                            imported.dataset(),
                            leftOut.getFirst().source(),
                            leftOut.getFirst().reason()));
        }
        images.sort(Comparator.comparing(DatasetManifest.Image::source));
        DatasetManifest manifest = new DatasetManifest(
                imported.dataset(), input.side(), NO_CLASS, images, List.copyOf(shards.values()), leftOut);
        return new NewImages(manifest, imported.objectIds());
    }

    /** What the object of an image is called: its own name, or that of the file without folders' slashes and ending. */
    String objectId(DatasetManifest.Image image) {
        String file = image.source().replaceFirst("\\.[^./]*$", "").replace('/', '_');
        return objectIds.getOrDefault(image.key(), file);
    }
}
