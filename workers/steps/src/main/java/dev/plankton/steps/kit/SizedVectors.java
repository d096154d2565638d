package dev.plankton.steps.kit;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.network.classifier.SizeFeature;
import dev.plankton.steps.images.ImagesByKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Embeddings with the size of each image as one more value, where a classifier wants it (SPEC 6). */
public final class SizedVectors {
    private SizedVectors() {}

    /**
     * @param dataset the images of the table
     * @throws BadInputException if the size of an image is not known
     */
    public static EmbeddingTable of(Optional<SizeFeature> size, EmbeddingTable table, DatasetManifest dataset) {
        return size.map(wanted -> new EmbeddingTable(
                        table.images(),
                        table.classes(),
                        table.labels(),
                        table.splits(),
                        wanted.beside(table.vectors(), longerSides(table, dataset))))
                .orElse(table);
    }

    /** @param images one for each vector */
    public static float[][] of(Optional<SizeFeature> size, float[][] vectors, List<DatasetManifest.Image> images) {
        return size.map(wanted -> wanted.beside(
                        vectors,
                        IntStream.range(0, vectors.length)
                                .map(row -> longerSide(images.get(row)))
                                .toArray()))
                .orElse(vectors);
    }

    /**
     * The longer side of each image before it was scaled, in pixels.
     *
     * @throws BadInputException if one is not known
     */
    static int[] longerSides(EmbeddingTable table, DatasetManifest dataset) {
        ImagesByKey images = new ImagesByKey(dataset);
        int[] sides = table.images().stream()
                .mapToInt(key -> images.find(key).map(SizedVectors::longerSide).orElse(0))
                .toArray();
        long unknown = IntStream.of(sides).filter(side -> side == 0).count();
        if (unknown > 0) {
            throw new BadInputException(
                    "sizeFeature is true, but the size of %,d of %,d images is not known; give the datasetId of their images, or set sizeFeature to false."
                            .formatted(unknown, sides.length));
        }
        return sides;
    }

    private static int longerSide(DatasetManifest.Image image) {
        return Math.max(image.width(), image.height());
    }
}
