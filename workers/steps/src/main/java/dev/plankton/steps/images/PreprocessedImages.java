package dev.plankton.steps.images;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.formats.ImageRemarks;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.PreprocessedShard;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.PreprocessTask;
import dev.plankton.engine.step.StepContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The combined result of import and preprocessing for every uploaded file.
 *
 * @param shards the image shards, in the order of the import
 * @param usable images that were preprocessed, in the order of the import
 * @param leftOut images that were left out by either of the two, sorted by source
 * @param remarks what was noticed about the usable images
 */
public record PreprocessedImages(
        ImportManifest imported,
        List<ArtifactId> shards,
        List<Usable> usable,
        List<LeftOut> leftOut,
        ImageRemarks remarks) {

    /**
     * An image that can be used.
     *
     * @param width of the uploaded image, in pixels
     * @param height of the uploaded image, in pixels
     * @param shard its position among the shards
     */
    public record Usable(ImportManifest.Image source, int width, int height, int shard) {

        public DatasetManifest.Image image(int classIndex, Split split) {
            return new DatasetManifest.Image(source.key(), source.source(), classIndex, split, width, height, shard);
        }
    }

    public PreprocessedImages {
        shards = List.copyOf(shards);
        usable = List.copyOf(usable);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Combines the results of import and preprocessing.
     *
     * @param imported an {@link ImportManifest}
     * @param preprocessed the outputs for its shards
     * @throws BadInputException if the shards do not belong to the import
     */
    public static PreprocessedImages read(
            ArtifactId imported, Collection<PreprocessTask.Output> preprocessed, StepContext context)
            throws IOException, InterruptedException {
        SortedMap<Integer, ArtifactId> shards = new TreeMap<>();
        List<PreprocessedShard> answers = new ArrayList<>();
        for (PreprocessTask.Output output : preprocessed) {
            context.checkCancelled();
            shards.put(output.shard(), output.images());
            answers.add(context.artifacts().fetchJson(output.preprocessed(), PreprocessedShard.class));
        }
        return of(context.artifacts().fetchJson(imported, ImportManifest.class), shards, answers);
    }

    static PreprocessedImages of(
            ImportManifest imported, SortedMap<Integer, ArtifactId> shards, List<PreprocessedShard> preprocessed) {
        Map<String, PreprocessedShard.Image> images = new HashMap<>();
        Map<String, String> reasons = new HashMap<>();
        ImageRemarks remarks = ImageRemarks.NONE;
        for (PreprocessedShard shard : preprocessed) {
            remarks = remarks.plus(shard.remarks().orElse(ImageRemarks.NONE));
            shard.images().forEach(image -> images.put(image.key(), image));
            shard.leftOut().forEach(image -> reasons.put(image.key(), image.reason()));
        }
        List<Integer> numbers = List.copyOf(shards.keySet());
        List<Usable> usable = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>(imported.leftOut());
        for (ImportManifest.Image source : imported.images()) {
            PreprocessedShard.Image image = images.get(source.key());
            String reason = reasons.get(source.key());
            if (image != null) {
                usable.add(new Usable(source, image.width(), image.height(), numbers.indexOf(source.shard())));
            } else if (reason != null) {
                leftOut.add(new LeftOut(source.source(), reason));
            } else {
                throw new BadInputException(
                        "The preprocessed shards do not hold %s, image %s of shard %d; start the workflow again."
                                .formatted(source.source(), source.key(), source.shard()));
            }
        }
        leftOut.sort(Comparator.comparing(LeftOut::source));
        return new PreprocessedImages(imported, List.copyOf(shards.values()), usable, leftOut, remarks);
    }
}
