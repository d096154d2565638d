package dev.plankton.evaluate;

import dev.plankton.network.Embedder;
import dev.plankton.network.Engine;
import dev.plankton.network.FeatureHead;
import dev.plankton.network.FeatureTable;
import dev.plankton.runtime.Spelling;
import dev.plankton.runtime.dataset.DatasetEmbedding;
import dev.plankton.runtime.formats.DatasetManifest;
import dev.plankton.runtime.formats.EmbeddingTable;
import dev.plankton.runtime.formats.Evaluation;
import dev.plankton.runtime.formats.TrainingManifest;
import dev.plankton.runtime.formats.TrainingManifest.Checkpoint;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures what a checkpoint is worth (SPEC 5) and adds it to the training's manifest.
 *
 * <p>Reads the dataset's manifest, all its shards or the table of their features, the checkpoint, and, after round 0,
 * the training manifest up to the round before with its last evaluation. Writes the evaluation and a new training manifest that ends with this
 * checkpoint. Idempotent because all of these are named by their digests; evaluated again, a round takes its own
 * entry's place and later ones are dropped. Its largest limitation: the embeddings of the whole dataset are in memory,
 * and time grows with the square of the number of validation and test images.
 */
public final class EvaluateStep implements Step<EvaluateInput, EvaluateOutput> {

    @Override
    public String taskType() {
        return "plankton_evaluate";
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public Class<EvaluateInput> inputType() {
        return EvaluateInput.class;
    }

    @Override
    public Class<EvaluateOutput> outputType() {
        return EvaluateOutput.class;
    }

    @Override
    public boolean exclusive() {
        return true;
    }

    @Override
    public EvaluateOutput run(EvaluateInput input, StepContext context) throws IOException, InterruptedException {
        ArtifactId datasetId = new ArtifactId(input.datasetId());
        DatasetManifest dataset = context.artifacts().fetchJson(datasetId, DatasetManifest.class);
        List<Checkpoint> earlier = earlier(input, datasetId, context);
        EmbeddingTable embeddings = embeddings(input, dataset, context);
        Evaluation evaluation = CheckpointEvaluation.of(embeddings, input.round(), last(earlier, context));
        ArtifactId evaluationId = context.artifacts().publishJson("evaluation", evaluation);
        Checkpoint checkpoint = new Checkpoint(
                input.round(),
                input.learningRate(),
                input.loss(),
                input.validationLoss(),
                new ArtifactId(input.checkpoint()),
                evaluationId,
                evaluation.validation().accuracy(),
                evaluation.test().accuracy(),
                input.lossCurve());
        List<Checkpoint> checkpoints = new ArrayList<>(earlier);
        checkpoints.add(checkpoint);
        TrainingManifest manifest = new TrainingManifest(datasetId, input.featureTable(), checkpoints);
        ArtifactId training = context.artifacts().publishJson("training", manifest);
        context.log("round %d: accuracy %.3f on validation images, %.3f on test images; rounds since it improved: %d"
                .formatted(
                        input.round(),
                        checkpoint.accuracy(),
                        checkpoint.testAccuracy(),
                        manifest.roundsSinceImproved()));
        return new EvaluateOutput(
                evaluationId.sha256(),
                training.sha256(),
                input.round(),
                checkpoint.accuracy(),
                checkpoint.testAccuracy(),
                manifest.roundsSinceImproved());
    }

    /** The checkpoints of the rounds before this one. */
    private static List<Checkpoint> earlier(EvaluateInput input, ArtifactId datasetId, StepContext context)
            throws IOException, InterruptedException {
        if (input.round() == 0) {
            return List.of();
        }
        TrainingManifest training =
                context.artifacts().fetchJson(new ArtifactId(input.training()), TrainingManifest.class);
        if (!training.dataset().equals(datasetId)) {
            throw new BadInputException("training %s was done on dataset %s, not on %s; go on with that dataset."
                    .formatted(input.training(), training.dataset(), datasetId));
        }
        return training.checkpoints().stream()
                .filter(checkpoint -> checkpoint.round() < input.round())
                .toList();
    }

    private static Optional<Evaluation> last(List<Checkpoint> checkpoints, StepContext context)
            throws IOException, InterruptedException {
        return checkpoints.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        context.artifacts().fetchJson(checkpoints.getLast().evaluation(), Evaluation.class));
    }

    private static EmbeddingTable embeddings(EvaluateInput input, DatasetManifest dataset, StepContext context)
            throws IOException, InterruptedException {
        Path network = context.artifacts().fetch(new ArtifactId(input.checkpoint()));
        if (!input.featureTable().isBlank()) {
            FeatureTable table = FeatureTable.read(context.artifacts().fetch(new ArtifactId(input.featureTable())));
            if (!table.dataset().equals(input.datasetId())) {
                throw new BadInputException(
                        "featureTable %s holds the features of dataset %s, not of %s; take this dataset's."
                                .formatted(input.featureTable(), table.dataset(), input.datasetId()));
            }
            return DatasetEmbedding.table(dataset, FeatureHead.open(network).embed(table.rows()));
        }
        Engine engine = Spelling.parse(Engine.class, "engine", input.engine());
        try (Embedder embedder = Embedder.open(network, engine)) {
            context.log("embedding %d images on %s".formatted(dataset.images().size(), Spelling.of(embedder.engine())));
            return DatasetEmbedding.embed(dataset, embedder::embed, context);
        }
    }

    @Override
    public void record(EvaluateInput input, EvaluateOutput output, StepContext context)
            throws IOException, InterruptedException {
        Evaluation evaluation = context.artifacts().fetchJson(new ArtifactId(output.evaluation()), Evaluation.class);
        context.history()
                .evaluation(EvaluationRows.row(context.runId(), output.evaluation(), input.checkpoint(), evaluation));
    }
}
