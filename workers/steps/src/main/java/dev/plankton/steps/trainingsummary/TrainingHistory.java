package dev.plankton.steps.trainingsummary;

import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.LossCurve;
import dev.plankton.contracts.formats.TrainingManifest;
import dev.plankton.contracts.formats.TrainingManifest.Checkpoint;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.engine.step.StepContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A training with all its measures: one entry for each checkpoint, in the order of rounds. */
record TrainingHistory(List<Measured> rounds, int bestIndex, LossSteps losses) {

    /** A checkpoint and its evaluation. */
    record Measured(Checkpoint checkpoint, Evaluation evaluation) {

        int round() {
            return checkpoint.round();
        }
    }

    TrainingHistory {
        rounds = List.copyOf(rounds);
    }

    static TrainingHistory read(TrainingManifest training, StepContext context)
            throws IOException, InterruptedException {
        List<Measured> rounds = new ArrayList<>();
        for (Checkpoint checkpoint : training.checkpoints()) {
            ArtifactId evaluation = checkpoint.evaluation();
            rounds.add(new Measured(checkpoint, context.artifacts().fetchJson(evaluation, Evaluation.class)));
        }
        return new TrainingHistory(rounds, training.checkpoints().indexOf(training.best()), losses(training, context));
    }

    /** The losses of all rounds, or none: with only some of them, the steps of the training could not be counted. */
    private static LossSteps losses(TrainingManifest training, StepContext context)
            throws IOException, InterruptedException {
        List<LossSteps.Round> losses = new ArrayList<>();
        long before = 0;
        for (Checkpoint checkpoint : training.checkpoints()) {
            if (checkpoint.round() == 0) {
                continue;
            }
            if (checkpoint.lossCurve().isEmpty()) {
                return new LossSteps(List.of());
            }
            LossCurve curve =
                    context.artifacts().fetchJson(checkpoint.lossCurve().get(), LossCurve.class);
            losses.add(new LossSteps.Round(checkpoint.round(), before, curve.losses()));
            before += curve.losses().length;
        }
        return new LossSteps(losses);
    }

    Measured best() {
        return rounds.get(bestIndex);
    }

    Measured first() {
        return rounds.getFirst();
    }

    /** The accuracy that random guessing would reach. */
    double chance() {
        return 1.0 / first().evaluation().classes().size();
    }
}
