package dev.plankton.steps.classifier;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.formats.UnseenMeasures.Score;
import dev.plankton.numerics.measures.Detection;
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
     * @param testAuroc area under its curve against test images
     * @param onTest its curve against test images
     */
    record Measured(Score score, double validationAuroc, double testAuroc, OperatingCurve onTest) {}

    UnseenClasses {
        classes = List.copyOf(classes);
        scores = List.copyOf(scores);
    }

    /** @param embeddings of the classes that were trained on, with at least one image in each split */
    static UnseenClasses measure(UnseenScores scores, EmbeddingTable embeddings, EmbeddingTable unseen) {
        float[][] wanted = unseen.sample(MOST, SEED).vectors();
        float[][] validation =
                embeddings.only(Split.VALIDATION).sample(MOST, SEED).vectors();
        float[][] test = embeddings.only(Split.TEST).sample(MOST, SEED).vectors();
        return new UnseenClasses(
                unseen.classes(),
                unseen.size(),
                scores.available().stream()
                        .map(score -> {
                            double[] found = scores.of(score, wanted);
                            double[] others = scores.of(score, test);
                            return new Measured(
                                    score,
                                    Detection.of(found, scores.of(score, validation))
                                            .auroc(),
                                    Detection.of(found, others).auroc(),
                                    OperatingCurve.of(found, others));
                        })
                        .sorted(Comparator.comparingDouble(Measured::validationAuroc)
                                .reversed())
                        .toList());
    }

    /** The score with the largest area against validation images. */
    Score best() {
        return scores.getFirst().score();
    }
}
