package dev.plankton.trainingsummary;

import dev.plankton.runtime.formats.Evaluation;
import dev.plankton.runtime.formats.TrainingManifest;
import dev.plankton.runtime.formats.TrainingManifest.Checkpoint;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A training with everything that was measured of it: one entry for each checkpoint, in the order of rounds. */
record TrainingHistory(List<Measured> rounds, int bestIndex) {

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
        return new TrainingHistory(rounds, training.checkpoints().indexOf(training.best()));
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
