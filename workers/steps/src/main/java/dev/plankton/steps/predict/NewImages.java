package dev.plankton.steps.predict;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.formats.ImportManifest.UploadedObject;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.tasks.PredictTask;
import dev.plankton.engine.step.StepContext;
import dev.plankton.steps.images.PreprocessedImages;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The images to classify. Images are embedded once, however many objects have the same one.
 *
 * @param manifest of one class without a name, sorted by source
 * @param objects by image key, what the upload shows on it
 * @param setAside files that are no images
 */
record NewImages(DatasetManifest manifest, Map<String, List<UploadedObject>> objects, List<LeftOut> setAside) {
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
                name,
                input.side(),
                NO_CLASS,
                images,
                preprocessed.shards(),
                preprocessed.leftOut(),
                Stream.concat(preprocessed.imported().remarks().stream(), preprocessed.remarks().sentences().stream())
                        .toList());
        return new NewImages(
                manifest,
                preprocessed.imported().objects(),
                preprocessed.imported().setAside());
    }

    /**
     * What is shown on an image: one entry for each uploaded file with its bytes. An object without a name gets the
     * file's path without extension, with underscores instead of slashes.
     */
    List<UploadedObject> objects(DatasetManifest.Image image) {
        return objects.getOrDefault(image.key(), List.of(new UploadedObject(image.source(), "", ""))).stream()
                .map(object -> object.objectId().isBlank()
                        ? new UploadedObject(object.source(), named(object.source()), object.status())
                        : object)
                .toList();
    }

    private static String named(String source) {
        return source.replaceFirst("\\.[^./]*$", "").replace('/', '_');
    }
}
