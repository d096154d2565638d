package dev.plankton.evaluate;

import dev.plankton.runtime.formats.EmbeddingFile;
import dev.plankton.runtime.formats.EmbeddingTable;
import dev.plankton.runtime.formats.EmbeddingsManifest;
import dev.plankton.runtime.formats.Evaluation;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Measures embeddings made elsewhere (SPEC 5) and hands them to the analyses.
 *
 * <p>Reads the embeddings. Writes the evaluation, the embeddings' manifest, which says that no training stands behind
 * them, and a section of the report. Idempotent because all of these are functions of the input. Its largest limitation is
 * {@link EvaluateStep}'s: time grows with the square of the number of validation and test images.
 */
public final class VectorEvaluateStep implements Step<VectorEvaluateInput, VectorEvaluateOutput> {

    @Override
    public String taskType() {
        return "plankton_vector_evaluate";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<VectorEvaluateInput> inputType() {
        return VectorEvaluateInput.class;
    }

    @Override
    public Class<VectorEvaluateOutput> outputType() {
        return VectorEvaluateOutput.class;
    }

    @Override
    public boolean exclusive() {
        return true;
    }

    @Override
    public VectorEvaluateOutput run(VectorEvaluateInput input, StepContext context)
            throws IOException, InterruptedException {
        EmbeddingTable table = EmbeddingFile.read(context.artifacts().fetch(input.vectors()));
        Evaluation evaluation = CheckpointEvaluation.of(table, 0, Optional.empty());
        ArtifactId id = context.artifacts().publishJson("evaluation", evaluation);
        double accuracy = evaluation.validation().accuracy();
        EmbeddingsManifest manifest = new EmbeddingsManifest(
                input.datasetId(),
                new EmbeddingsManifest.Given(input.name(), id),
                List.of(new EmbeddingsManifest.Exported(0, 0, accuracy, input.vectors())),
                0);
        context.log("Given vectors: accuracy %.3f on validation images, %.3f on test images."
                .formatted(accuracy, evaluation.test().accuracy()));
        return new VectorEvaluateOutput(
                context.artifacts().publishJson("embeddings-manifest", manifest).sha256(),
                id.sha256(),
                context.artifacts()
                        .publishJson("report-section", new VectorSection(input.name(), evaluation, context).write())
                        .sha256(),
                accuracy,
                evaluation.test().accuracy());
    }
}
