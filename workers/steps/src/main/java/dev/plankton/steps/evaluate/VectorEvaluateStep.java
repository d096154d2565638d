package dev.plankton.steps.evaluate;

import dev.plankton.contracts.formats.EmbeddingFile;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.contracts.tasks.VectorEvaluateTask;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.steps.kit.SectionFiles;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Evaluates embeddings that were made elsewhere (SPEC 5) and passes them to the analyses.
 *
 * <p>Reads the embeddings. Writes the evaluation, the embeddings' manifest, which says that they were uploaded, and a
 * section of the report. Idempotent because all of these are functions of the input. Its largest limitation is that of
 * {@link EvaluateStep}: all vectors are in memory.
 */
public final class VectorEvaluateStep implements Step<VectorEvaluateTask.Input, VectorEvaluateTask.Output> {

    @Override
    public TaskType<VectorEvaluateTask.Input, VectorEvaluateTask.Output> type() {
        return VectorEvaluateTask.TYPE;
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public boolean exclusive() {
        return true;
    }

    @Override
    public VectorEvaluateTask.Output run(VectorEvaluateTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        EmbeddingTable table = EmbeddingFile.read(context.artifacts().fetch(input.vectors()));
        Evaluation evaluation = CheckpointEvaluation.of(table, Optional.empty(), 0, Optional.empty());
        ArtifactId id = context.artifacts().publishJson("evaluation", evaluation);
        double accuracy = evaluation.validation().accuracy();
        EmbeddingsManifest manifest = new EmbeddingsManifest(
                input.datasetId(),
                new EmbeddingsManifest.Uploaded(input.name(), id),
                List.of(new EmbeddingsManifest.Embedded(0, 0, accuracy, input.vectors())),
                0);
        context.log("Uploaded vectors: accuracy %.3f on validation images, %.3f on test images."
                .formatted(accuracy, evaluation.test().accuracy()));
        return new VectorEvaluateTask.Output(
                context.artifacts().publishJson("embeddings-manifest", manifest),
                id,
                context.artifacts()
                        .publishJson(
                                "report-section",
                                new VectorSection(input.name(), evaluation, new SectionFiles(context)).write()),
                accuracy,
                evaluation.test().accuracy());
    }
}
