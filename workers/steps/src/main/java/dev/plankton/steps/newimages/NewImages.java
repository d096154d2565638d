package dev.plankton.steps.predict;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetColumns;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.formats.ImportManifest.Copy;
import dev.plankton.contracts.formats.ImportManifest.UploadedObject;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.tasks.PredictTask;
import dev.plankton.engine.step.StepContext;
import dev.plankton.steps.images.PreprocessedImages;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The images to classify. Images are embedded once, however many objects have the same one.
 *
 * @param manifest of one class without a name, sorted by source
 * @param usable the same images as they were preprocessed
 * @param order for each image of the manifest, its place in {@link #usable}
 * @param copies by image key, further files with its bytes
 * @param setAside files that are no images
 */
record NewImages(
        DatasetManifest manifest,
        List<PreprocessedImages.Usable> usable,
        List<Integer> order,
        Map<String, List<Copy>> copies,
        List<LeftOut> setAside) {
    private static final List<String> NO_CLASS = List.of("");

    /** @throws BadInputException if no image could be preprocessed */
    static NewImages gather(PredictTask.Input input, StepContext context) throws IOException, InterruptedException {
        PreprocessedImages preprocessed =
                PreprocessedImages.read(input.imported(), input.shards().values(), context);
        String name = preprocessed.imported().dataset();
        List<PreprocessedImages.Usable> usable = preprocessed.usable();
        if (usable.isEmpty()) {
            throw new BadInputException("No image of '%s' can be used (%s %s); correct the images and upload again."
                    .formatted(
                            name,
                            preprocessed.leftOut().getFirst().source(),
                            preprocessed.leftOut().getFirst().reason()));
        }
        List<Integer> order = IntStream.range(0, usable.size())
                .boxed()
                .sorted(Comparator.comparing(image -> usable.get(image).source().source()))
                .toList();
        DatasetColumns images = new DatasetColumns();
        order.forEach(image -> images.add(usable.get(image).image(0, Split.TEST)));
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
                usable,
                order,
                preprocessed.imported().copies().stream().collect(Collectors.groupingBy(Copy::key)),
                preprocessed.imported().setAside());
    }

    /**
     * What is shown on an image: one entry for each uploaded file with its bytes. An object without a name gets the
     * file's path without extension, with underscores instead of slashes.
     *
     * @param row its place in the manifest
     */
    List<ShownObject> objects(int row) {
        DatasetManifest.Image image = manifest.images().get(row);
        return Stream.concat(
                        Stream.of(shown(
                                image.source(),
                                usable.get(order.get(row)).source().object())),
                        copies.getOrDefault(image.key(), List.of()).stream()
                                .map(copy -> shown(copy.source(), copy.object())))
                .toList();
    }

    private static ShownObject shown(String source, UploadedObject object) {
        return new ShownObject(
                source, object.objectId().isBlank() ? named(source) : object.objectId(), object.status());
    }

    private static String named(String source) {
        return source.replaceFirst("\\.[^./]*$", "").replace('/', '_');
    }
}
