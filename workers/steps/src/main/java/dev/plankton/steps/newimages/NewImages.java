package dev.plankton.steps.newimages;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetColumns;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.formats.ImportManifest.Copy;
import dev.plankton.contracts.formats.ImportManifest.UploadedObject;
import dev.plankton.contracts.formats.ReportSection.Table;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.PreprocessTask;
import dev.plankton.engine.step.StepContext;
import dev.plankton.steps.images.PreprocessedImages;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * New images. Images are embedded once, however many objects have the same one.
 *
 * @param manifest of one class without a name, sorted by source
 * @param usable the same images as they were preprocessed
 * @param order for each image of the manifest, its place in {@link #usable}
 * @param copies by image key, further files with its bytes
 * @param setAside files that are no images
 */
public record NewImages(
        DatasetManifest manifest,
        List<PreprocessedImages.Usable> usable,
        List<Integer> order,
        Map<String, List<Copy>> copies,
        List<LeftOut> setAside) {
    private static final List<String> NO_CLASS = List.of("");

    /**
     * Gathers the images.
     *
     * @param imported an {@link dev.plankton.contracts.formats.ImportManifest} of images without labels
     * @param shards the outputs of preprocessing for its shards
     * @param side height and width of the preprocessed images in pixels
     * @throws BadInputException if no image could be preprocessed
     */
    public static NewImages gather(
            ArtifactId imported, Collection<PreprocessTask.Output> shards, int side, StepContext context)
            throws IOException, InterruptedException {
        PreprocessedImages preprocessed = PreprocessedImages.read(imported, shards, context);
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
                        side,
                        NO_CLASS,
                        images,
                        preprocessed.shards(),
                        preprocessed.leftOut(),
                        Stream.concat(
                                        preprocessed.imported().remarks().stream(),
                                        preprocessed.remarks().sentences().stream())
                                .toList())
                .withPixelSizes(preprocessed.imported().pixelSizes());
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
    public List<ShownObject> objects(int row) {
        DatasetManifest.Image image = manifest.images().get(row);
        return Stream.concat(
                        Stream.of(shown(
                                image.source(),
                                usable.get(order.get(row)).source().object())),
                        copies.getOrDefault(image.key(), List.of()).stream()
                                .map(copy -> shown(copy.source(), copy.object())))
                .toList();
    }

    /** Files that could not be used, with the reasons; empty if there are none. */
    public Optional<Table> unusable() {
        List<LeftOut> files =
                Stream.concat(manifest.leftOut().stream(), setAside.stream()).toList();
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        "Images that could not be used, and other files.",
                        List.of("Image", "Reason"),
                        files.stream()
                                .map(file -> List.of(file.source(), file.reason()))
                                .toList(),
                        List.of()));
    }

    private static ShownObject shown(String source, UploadedObject object) {
        return new ShownObject(
                source, object.objectId().isBlank() ? named(source) : object.objectId(), object.status());
    }

    private static String named(String source) {
        return source.replaceFirst("\\.[^./]*$", "").replace('/', '_');
    }
}
