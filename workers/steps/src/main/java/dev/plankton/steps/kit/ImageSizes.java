package dev.plankton.steps.kit;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.DatasetManifest.Image;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.PixelSizeTable;
import dev.plankton.contracts.formats.SizeUnit;
import dev.plankton.engine.step.StepContext;
import dev.plankton.steps.images.ImagesByKey;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How large the images of a dataset were before they were scaled: their longer sides in one unit (SPEC 6). */
public final class ImageSizes {
    private final DatasetManifest dataset;
    private final Optional<PixelSizeTable> pixels;

    private ImageSizes(DatasetManifest dataset, Optional<PixelSizeTable> pixels) {
        this.dataset = dataset;
        this.pixels = pixels;
    }

    /** In pixels times the pixel size, if the dataset says how large its pixels are; otherwise in pixels. */
    public static ImageSizes of(DatasetManifest dataset, StepContext context) throws IOException, InterruptedException {
        return new ImageSizes(dataset, table(dataset, context));
    }

    /**
     * In the unit of a model.
     *
     * @throws BadInputException if the dataset does not give sizes in this unit
     */
    public static ImageSizes in(SizeUnit unit, DatasetManifest dataset, StepContext context)
            throws IOException, InterruptedException {
        if (unit.equals(SizeUnit.PIXELS)) {
            return inPixels(dataset);
        }
        Optional<PixelSizeTable> found = table(dataset, context);
        if (found.filter(table -> table.unit().equals(unit)).isEmpty()) {
            throw new BadInputException(
                    "The model measures images in %s, but dataset '%s' gives %s; upload it with an EcoTaxa table that has the column %s for every image, or use a model that was made with sizeFeature=false."
                            .formatted(
                                    unit.inWords(),
                                    dataset.name(),
                                    found.map(table -> "the pixel sizes of the column "
                                                    + table.unit().column())
                                            .orElse("no pixel sizes that can be compared"),
                                    unit.column()));
        }
        return new ImageSizes(dataset, found);
    }

    static ImageSizes inPixels(DatasetManifest dataset) {
        return new ImageSizes(dataset, Optional.empty());
    }

    private static Optional<PixelSizeTable> table(DatasetManifest dataset, StepContext context)
            throws IOException, InterruptedException {
        return dataset.pixelSizes().isEmpty()
                ? Optional.empty()
                : Optional.of(PixelSizeTable.read(
                        context.artifacts().fetch(dataset.pixelSizes().get())));
    }

    public SizeUnit unit() {
        return pixels.map(PixelSizeTable::unit).orElse(SizeUnit.PIXELS);
    }

    /**
     * The sizes of these images.
     *
     * @throws BadInputException if one is not known
     */
    double[] of(EmbeddingTable table) {
        ImagesByKey images = new ImagesByKey(dataset);
        return checked(table.images().stream()
                .mapToDouble(key -> images.find(key).map(this::of).orElse(0.0))
                .toArray());
    }

    /** The same. */
    double[] of(List<Image> images) {
        return checked(images.stream().mapToDouble(this::of).toArray());
    }

    /** 0 if it is not known. */
    private double of(Image image) {
        OptionalDouble pixel = pixels.map(table -> table.of(image.key())).orElse(OptionalDouble.of(1));
        return Math.max(image.width(), image.height()) * pixel.orElse(0);
    }

    private static double[] checked(double[] sizes) {
        long unknown = Arrays.stream(sizes).filter(size -> size == 0).count();
        if (unknown > 0) {
            throw new BadInputException(
                    "sizeFeature is true, but the size of %,d of %,d images is not known; give the datasetId of their images, or set sizeFeature to false."
                            .formatted(unknown, sizes.length));
        }
        return sizes;
    }
}
