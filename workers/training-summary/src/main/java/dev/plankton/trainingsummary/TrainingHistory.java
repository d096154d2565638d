package dev.plankton.trainingsummary;

import dev.plankton.runtime.formats.Evaluation;
import dev.plankton.runtime.formats.LossCurve;
import dev.plankton.runtime.formats.TrainingManifest;
import dev.plankton.runtime.formats.TrainingManifest.Checkpoint;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A training with everything that was measured of it: one entry for each checkpoint, in the order of rounds. */
record TrainingHistory(List<Measured> rounds, int bestIndex, LossSteps losses) {

    /** A checkpoint and what it is worth. */
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

    /** Those of all rounds, or none: curves of some of them could not be laid along the steps of the training. */
    private static LossSteps losses(TrainingManifest training, StepContext context)
            throws IOException, InterruptedException {
        List<LossSteps.Round> losses = new ArrayList<>();
        long before = 0;
        for (Checkpoint checkpoint : training.checkpoints()) {
            if (checkpoint.round() == 0) {
                continue;
            }
            if (checkpoint.lossCurve().isBlank()) {
                return new LossSteps(List.of());
            }
            LossCurve curve = context.artifacts().fetchJson(new ArtifactId(checkpoint.lossCurve()), LossCurve.class);
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

    /** The accuracy that guessing would reach. */
    double chance() {
        return 1.0 / first().evaluation().classes().size();
    }
}
