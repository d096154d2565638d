package dev.plankton.steps.trainingsummary;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.EmbeddingsManifest.Embedded;
import dev.plankton.contracts.formats.TrainingManifest;
import dev.plankton.contracts.formats.TrainingManifest.Checkpoint;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.contracts.tasks.TrainingSummaryTask;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.steps.kit.SectionFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Summarises a training for the report, names its best checkpoint (the one with the highest validation accuracy), and
 * passes the embeddings of all checkpoints to the analyses.
 *
 * <p>Reads the training's manifest, the evaluation of each checkpoint and the losses of each round. Writes the
 * {@link EmbeddingsManifest} and the report's section with its charts and tables. Idempotent because it is a function
 * of the manifest, and pictures and tables are drawn the same each time.
 *
 * <p>Largest limitation: the losses of all steps are held in memory and written as one CSV file, about 30 bytes per
 * step.
 */
public final class TrainingSummaryStep implements Step<TrainingSummaryTask.Input, TrainingSummaryTask.Output> {

    @Override
    public TaskType<TrainingSummaryTask.Input, TrainingSummaryTask.Output> type() {
        return TrainingSummaryTask.TYPE;
    }

    @Override
    public int version() {
        return 8;
    }

    @Override
    public TrainingSummaryTask.Output run(TrainingSummaryTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        TrainingManifest training = context.artifacts().fetchJson(input.trainingId(), TrainingManifest.class);
        EmbeddingsManifest embeddings = embeddings(input.trainingId(), training);
        TrainingHistory history = TrainingHistory.read(training, context);
        ArtifactId section = context.artifacts()
                .publishJson("report-section", new SectionWriter(history, new SectionFiles(context)).write());
        Checkpoint best = history.best().checkpoint();
        return new TrainingSummaryTask.Output(
                input.trainingId(),
                training.dataset(),
                context.artifacts().publishJson("embeddings-manifest", embeddings),
                best.round(),
                best.accuracy(),
                best.testAccuracy(),
                section);
    }

    private static EmbeddingsManifest embeddings(ArtifactId id, TrainingManifest training) {
        List<ArtifactId> networks = new ArrayList<>();
        List<Embedded> checkpoints = new ArrayList<>();
        for (Checkpoint checkpoint : training.checkpoints()) {
            ArtifactId embeddings = checkpoint
                    .embeddings()
                    .orElseThrow(() -> new BadInputException(
                            "Training %s comes from an earlier version of this program, which did not keep the embeddings of its checkpoints; start plankton_training again with the same input: rounds that are still in the store are only evaluated again."
                                    .formatted(id)));
            networks.add(checkpoint.checkpoint());
            checkpoints.add(new Embedded(
                    checkpoint.round(),
                    checkpoint.learningRate(),
                    checkpoint.accuracy(),
                    embeddings,
                    checkpoint.unseenEmbeddings()));
        }
        int best = training.checkpoints().indexOf(training.best());
        return new EmbeddingsManifest(
                training.dataset(), new EmbeddingsManifest.Trained(id, networks), checkpoints, best);
    }
}
