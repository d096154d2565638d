package dev.plankton.trainingsummary;

import dev.plankton.runtime.formats.TrainingManifest;
import dev.plankton.runtime.formats.TrainingManifest.Checkpoint;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import java.io.IOException;

/**
 * Sums up a training for the report and names its best checkpoint, the one with the highest validation accuracy.
 *
 * <p>Reads the training's manifest, the evaluation of each checkpoint and the losses of each round. Writes the report's section with its charts
 * and tables; its output holds one export for each checkpoint, ready to be forked. Idempotent because it is a function
 * of the manifest, and pictures and tables are drawn the same each time. Its largest limitation: the
 * losses of all steps are held in memory and written as one CSV file, about 30 bytes a step.
 */
public final class TrainingSummaryStep implements Step<TrainingSummaryInput, TrainingSummaryOutput> {

    @Override
    public String taskType() {
        return "plankton_training_summary";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public Class<TrainingSummaryInput> inputType() {
        return TrainingSummaryInput.class;
    }

    @Override
    public Class<TrainingSummaryOutput> outputType() {
        return TrainingSummaryOutput.class;
    }

    @Override
    public TrainingSummaryOutput run(TrainingSummaryInput input, StepContext context)
            throws IOException, InterruptedException {
        TrainingManifest training =
                context.artifacts().fetchJson(new ArtifactId(input.trainingId()), TrainingManifest.class);
        TrainingHistory history = TrainingHistory.read(training, context);
        ArtifactId section =
                context.artifacts().publishJson("report-section", new SectionWriter(history, context).write());
        Checkpoint best = history.best().checkpoint();
        return new TrainingSummaryOutput(
                input.trainingId(),
                training.dataset().sha256(),
                best.round(),
                best.accuracy(),
                best.testAccuracy(),
                section.sha256(),
                ExportTask.tasks(training),
                ExportTask.inputs(training, input.engine()));
    }
}
