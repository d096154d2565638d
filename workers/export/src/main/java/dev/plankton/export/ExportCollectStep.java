package dev.plankton.export;

import dev.plankton.runtime.formats.EmbeddingsManifest;
import dev.plankton.runtime.formats.EmbeddingsManifest.Exported;
import dev.plankton.runtime.formats.TrainingManifest;
import dev.plankton.runtime.formats.TrainingManifest.Checkpoint;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Gathers the exports of a training's checkpoints for the analyses.
 *
 * <p>Reads the training's manifest; the embeddings themselves are not opened. Writes the embeddings' manifest.
 * Idempotent because it is a function of ids. Its largest limitation: every checkpoint of the training must have been
 * exported.
 */
public final class ExportCollectStep implements Step<ExportCollectInput, ExportCollectOutput> {

    @Override
    public String taskType() {
        return "plankton_export_collect";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Class<ExportCollectInput> inputType() {
        return ExportCollectInput.class;
    }

    @Override
    public Class<ExportCollectOutput> outputType() {
        return ExportCollectOutput.class;
    }

    @Override
    public ExportCollectOutput run(ExportCollectInput input, StepContext context)
            throws IOException, InterruptedException {
        ArtifactId trainingId = new ArtifactId(input.trainingId());
        TrainingManifest training = context.artifacts().fetchJson(trainingId, TrainingManifest.class);
        Map<Integer, String> byRound = input.exports().values().stream()
                .collect(Collectors.toMap(ExportOutput::round, ExportOutput::embeddings));
        List<Exported> exported = training.checkpoints().stream()
                .map(checkpoint -> exported(checkpoint, byRound))
                .toList();
        int best = training.checkpoints().indexOf(training.best());
        ArtifactId manifest = context.artifacts()
                .publishJson(
                        "embeddings-manifest",
                        new EmbeddingsManifest(
                                training.dataset(),
                                new EmbeddingsManifest.Trained(
                                        trainingId,
                                        training.checkpoints().stream()
                                                .map(Checkpoint::checkpoint)
                                                .toList()),
                                exported,
                                best));
        return new ExportCollectOutput(manifest.sha256(), exported.get(best).round());
    }

    private static Exported exported(Checkpoint checkpoint, Map<Integer, String> byRound) {
        String embeddings = byRound.get(checkpoint.round());
        if (embeddings == null) {
            throw new BadInputException(
                    "The checkpoint of round %d was not exported; export every checkpoint of the training."
                            .formatted(checkpoint.round()));
        }
        return new Exported(
                checkpoint.round(), checkpoint.learningRate(), checkpoint.accuracy(), new ArtifactId(embeddings));
    }
}
