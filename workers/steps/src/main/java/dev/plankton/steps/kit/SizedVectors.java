package dev.plankton.steps.kit;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.engine.step.StepContext;
import dev.plankton.network.classifier.SizeFeature;
import java.io.IOException;
import java.util.Optional;

/** Embeddings with the size of each image as one more value, where a classifier wants it (SPEC 6). */
public final class SizedVectors {
    private SizedVectors() {}

    /**
     * @param dataset the images of the table
     * @throws BadInputException if the size of an image is not known in the unit of the classifier
     */
    public static EmbeddingTable of(
            Optional<SizeFeature> size, EmbeddingTable table, DatasetManifest dataset, StepContext context)
            throws IOException, InterruptedException {
        return size.isEmpty()
                ? table
                : of(size.get(), table, ImageSizes.in(size.get().unit(), dataset, context));
    }

    static EmbeddingTable of(SizeFeature size, EmbeddingTable table, ImageSizes sizes) {
        return new EmbeddingTable(
                table.images(),
                table.classes(),
                table.labels(),
                table.splits(),
                size.beside(table.vectors(), sizes.of(table)));
    }

    /**
     * @param vectors one for each image of the dataset, in their order
     * @throws BadInputException if the size of an image is not known in the unit of the classifier
     */
    public static float[][] of(
            Optional<SizeFeature> size, float[][] vectors, DatasetManifest dataset, StepContext context)
            throws IOException, InterruptedException {
        return size.isEmpty()
                ? vectors
                : size.get()
                        .beside(
                                vectors,
                                ImageSizes.in(size.get().unit(), dataset, context)
                                        .of(dataset.images()));
    }
}
