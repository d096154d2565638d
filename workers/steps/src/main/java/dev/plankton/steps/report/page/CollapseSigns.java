package dev.plankton.steps.report.page;

import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.steps.kit.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds rounds after which the network no longer separates images, or has lost much of its accuracy (SPEC 5). The
 * limits are rules of thumb: a training without these signs may still be poor.
 */
final class CollapseSigns {
    private static final double ONE_POINT = 0.05;
    private static final double SHRUNK = 0.2;
    private static final double BARELY_OVER_CHANCE = 1.5;
    private static final double FORGOTTEN = 0.5;

    private CollapseSigns() {}

    /** One sign. @param round after which it was seen */
    record Sign(int round, String sentence) {}

    /** @param evaluations of all checkpoints, in the order of rounds */
    static List<Sign> of(List<Evaluation> evaluations) {
        List<Sign> signs = new ArrayList<>();
        double best = 0;
        for (int i = 0; i < evaluations.size(); i++) {
            Evaluation now = evaluations.get(i);
            double accuracy = now.validation().accuracy();
            double chance = 1.0 / now.classes().size();
            if (i > 0) {
                double distance = now.meanPairwiseDistance();
                double before = evaluations.get(i - 1).meanPairwiseDistance();
                if (distance < ONE_POINT) {
                    add(signs, now, "The embeddings lie only %.3g apart on average, almost in one point.", distance);
                } else if (distance < SHRUNK * before) {
                    add(signs, now, "The mean distance between embeddings fell from %.3g to %.3g.", before, distance);
                }
                if (accuracy <= BARELY_OVER_CHANCE * chance) {
                    add(signs, now, "The accuracy of %.3f is hardly more than guessing (%.3f).", accuracy, chance);
                } else if (accuracy < FORGOTTEN * best) {
                    add(signs, now, "The accuracy fell to %.3f after it had been %.3f.", accuracy, best);
                }
            }
            best = Math.max(best, accuracy);
        }
        return signs;
    }

    private static void add(List<Sign> signs, Evaluation evaluation, String sentence, Object... figures) {
        signs.add(new Sign(evaluation.round(), Figures.text(sentence, figures)));
    }
}
