package dev.plankton.steps.predict;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.tasks.PredictTask;
import dev.plankton.engine.step.StepContext;
import dev.plankton.steps.images.PreprocessedImages;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The images to classify.
 *
 * @param manifest of one class without a name, sorted by source
 * @param objectIds object ids by image key, for images that have one
 */
record NewImages(DatasetManifest manifest, Map<String, String> objectIds) {
    private static final List<String> NO_CLASS = List.of("");

    /** @throws BadInputException if no image could be preprocessed */
    static NewImages gather(PredictTask.Input input, StepContext context) throws IOException, InterruptedException {
        PreprocessedImages preprocessed =
                PreprocessedImages.read(input.imported(), input.shards().values(), context);
        String name = preprocessed.imported().dataset();
        if (preprocessed.usable().isEmpty()) {
            throw new BadInputException("No image of '%s' can be used (%s %s); correct the images and upload again."
                    .formatted(
                            name,
                            preprocessed.leftOut().getFirst().source(),
                            preprocessed.leftOut().getFirst().reason()));
        }
        List<DatasetManifest.Image> images = preprocessed.usable().stream()
                .map(image -> image.image(0, Split.TEST))
                .sorted(Comparator.comparing(DatasetManifest.Image::source))
                .toList();
        DatasetManifest manifest = new DatasetManifest(
                name, input.side(), NO_CLASS, images, preprocessed.shards(), preprocessed.leftOut());
        return new NewImages(manifest, preprocessed.imported().objectIds());
    }

    /**
     * The name of the object on an image: its own name, or else the file's path without extension, with underscores
     * instead of slashes.
     */
    String objectId(DatasetManifest.Image image) {
        String file = image.source().replaceFirst("\\.[^./]*$", "").replace('/', '_');
        return objectIds.getOrDefault(image.key(), file);
    }
}
