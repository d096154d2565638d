package dev.plankton.steps.classifier;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.formats.UnseenMeasures.Score;
import dev.plankton.numerics.measures.OperatingCurve;
import dev.plankton.steps.kit.UnseenScores;
import java.util.Comparator;
import java.util.List;

/**
 * How well scores tell images of held-out classes from those of the classes that were trained on (SPEC 11). Validation
 * images choose the score, test images judge it.
 *
 * @param classes names of the held-out classes
 * @param images number of their images
 * @param scores each score, the best on validation images first
 */
record UnseenClasses(List<String> classes, int images, List<Measured> scores) {
    /** Of a table with more images, so many are drawn. */
    private static final int MOST = 10_000;

    private static final long SEED = 11;

    /**
     * One score.
     *
     * @param validationAuroc area under its curve against validation images
     * @param onTest its curve against test images
     */
    record Measured(Score score, double validationAuroc, OperatingCurve onTest) {}

    UnseenClasses {
        classes = List.copyOf(classes);
        scores = List.copyOf(scores);
    }

    /** @param embeddings of the classes that were trained on, with at least one image in each split */
    static UnseenClasses measure(UnseenScores scores, EmbeddingTable embeddings, EmbeddingTable unseen) {
        float[][] wanted = drawn(unseen);
        float[][] validation = drawn(embeddings.only(Split.VALIDATION));
        float[][] test = drawn(embeddings.only(Split.TEST));
        return new UnseenClasses(
                unseen.classes(),
                unseen.size(),
                scores.available().stream()
                        .map(score -> {
                            double[] found = scores.of(score, wanted);
                            return new Measured(
                                    score,
                                    OperatingCurve.of(found, scores.of(score, validation))
                                            .area(),
                                    OperatingCurve.of(found, scores.of(score, test)));
                        })
                        .sorted(Comparator.comparingDouble(Measured::validationAuroc)
                                .reversed())
                        .toList());
    }

    private static float[][] drawn(EmbeddingTable table) {
        float[][] vectors = table.vectors();
        return EmbeddingTable.draw(table.size(), MOST, SEED).stream()
                .mapToObj(row -> vectors[row])
                .toArray(float[][]::new);
    }

    /** The score with the largest area against validation images. */
    Score best() {
        return scores.getFirst().score();
    }
}
