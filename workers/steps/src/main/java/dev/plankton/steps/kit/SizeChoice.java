package dev.plankton.steps.kit;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Split;
import dev.plankton.network.classifier.SizeFeature;
import dev.plankton.numerics.measures.Confusion;
import dev.plankton.numerics.measures.LabelledVectors;
import dev.plankton.numerics.measures.NearestNeighbours;
import java.util.List;
import java.util.Optional;

/**
 * How much the size of an image counts beside its embedding (SPEC 6): the weight with which the 5 nearest training images
 * classify most validation images correctly; of equally good weights the smallest.
 *
 * @param accuracy of 5 neighbours on validation images with this weight
 * @param accuracyWithout the same by the embedding alone
 */
public record SizeChoice(SizeFeature size, double accuracy, double accuracyWithout) {
    private static final List<Float> WEIGHTS = List.of(0.05f, 0.1f, 0.15f, 0.2f, 0.3f, 0.5f);
    /** Comparing takes time for each; so many tell the weights apart. */
    private static final int MOST_COMPARED = 5_000;

    private static final long SEED = 6;

    /** @throws dev.plankton.contracts.BadInputException if the size of an image is not known */
    public static SizeChoice of(EmbeddingTable table, ImageSizes sizes) {
        EmbeddingTable train = table.only(Split.TRAIN);
        EmbeddingTable validation = table.only(Split.VALIDATION).sample(MOST_COMPARED, SEED);
        double[] trainSides = sizes.of(train);
        double[] validationSides = sizes.of(validation);
        double without = accuracy(train, train.vectors(), validation, validation.vectors());
        Optional<SizeChoice> best = Optional.empty();
        SizeFeature measured = SizeFeature.of(sizes.unit(), trainSides, WEIGHTS.getFirst());
        for (float weight : WEIGHTS) {
            SizeFeature size = measured.withWeight(weight);
            double accuracy = accuracy(
                    train,
                    size.beside(train.vectors(), trainSides),
                    validation,
                    size.beside(validation.vectors(), validationSides));
            if (best.isEmpty() || accuracy > best.get().accuracy()) {
                best = Optional.of(new SizeChoice(size, accuracy, without));
            }
        }
        return best.orElseThrow();
    }

    private static double accuracy(
            EmbeddingTable train, float[][] trainVectors, EmbeddingTable validation, float[][] validationVectors) {
        int classes = train.classes().size();
        NearestNeighbours neighbours = new NearestNeighbours(
                new LabelledVectors(trainVectors, train.labels(), classes), UnseenScores.NEIGHBOURS);
        return Confusion.of(validation.labels(), neighbours.classify(validationVectors), classes)
                .accuracy();
    }
}
