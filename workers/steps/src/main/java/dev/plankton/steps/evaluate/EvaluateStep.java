package dev.plankton.steps.evaluate;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.Spelling;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingFile;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.TrainingManifest;
import dev.plankton.contracts.formats.TrainingManifest.Checkpoint;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.EvaluateTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.network.checkpoint.FeatureHead;
import dev.plankton.network.checkpoint.FeatureTable;
import dev.plankton.network.embedding.Embedders;
import dev.plankton.network.engine.Embedder;
import dev.plankton.steps.images.DatasetEmbedding;
import dev.plankton.steps.images.Datasets;
import dev.plankton.steps.images.Pretrained;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Evaluates a checkpoint (SPEC 5) and adds it to the training's manifest.
 *
 * <p>Reads the dataset's manifest, all its shards or the table of their features, the checkpoint, and, after round 0,
 * the training manifest up to the previous round with its last evaluation. Writes the embeddings of all images as
 * Parquet, those of held-out classes as a file of their own, the evaluation, and a new training manifest that ends with this checkpoint. No other step embeds the
 * dataset's images: the analyses read these embeddings.
 *
 * <p>Idempotent because all of these are named by their digests. Portions of a large dataset that are embedded are
 * remembered, so an attempt that is killed loses one. If a round is evaluated again, it replaces its own
 * entry, and later entries are dropped.
 *
 * <p>Largest limitation: the embeddings of the whole dataset are in memory, 256 bytes for 64 dimensions and about 200
 * more for each image, and time grows with the number of training images times the number of validation and test
 * images. Of a split with more than 10,000 images, only so many are compared with all others, so that from there on
 * time grows no faster than the dataset. Each checkpoint keeps its embeddings in the store, about 4 bytes per dimension
 * and 30 more bytes per image, and of a large dataset the portions besides: 64 dimensions of a million images and ten
 * rounds are 6 GB. A clean-up deletes the embeddings of dropped runs.
 */
public final class EvaluateStep implements Step<EvaluateTask.Input, EvaluateTask.Output> {
    private final Embedders embedders;

    public EvaluateStep(Embedders embedders) {
        this.embedders = embedders;
    }

    @Override
    public TaskType<EvaluateTask.Input, EvaluateTask.Output> type() {
        return EvaluateTask.TYPE;
    }

    @Override
    public int version() {
        return 8;
    }

    @Override
    public boolean exclusive() {
        return true;
    }

    @Override
    public EvaluateTask.Output run(EvaluateTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        ArtifactId datasetId = input.datasetId();
        DatasetManifest dataset = Datasets.read(datasetId, context);
        List<Checkpoint> earlier = earlier(input, datasetId, context);
        Embedded embedded = embeddings(input, dataset, context);
        ArtifactId embeddingsId = publish("embeddings", embedded.trained(), context);
        Optional<ArtifactId> unseenId = embedded.unseen().isPresent()
                ? Optional.of(publish("unseen-embeddings", embedded.unseen().get(), context))
                : Optional.empty();
        Evaluation evaluation =
                CheckpointEvaluation.of(embedded.trained(), embedded.unseen(), input.round(), last(earlier, context));
        ArtifactId evaluationId = context.artifacts().publishJson("evaluation", evaluation);
        Checkpoint checkpoint = new Checkpoint(
                input.round(),
                input.learningRate(),
                input.loss(),
                input.validationLoss(),
                input.checkpoint(),
                evaluationId,
                evaluation.validation().accuracy(),
                evaluation.test().accuracy(),
                input.lossCurve(),
                Optional.of(embeddingsId),
                unseenId);
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
        return new EvaluateTask.Output(
                evaluationId,
                embeddingsId,
                training,
                input.round(),
                checkpoint.accuracy(),
                checkpoint.testAccuracy(),
                manifest.roundsSinceImproved());
    }

    /** The checkpoints of the rounds before this one. */
    private static List<Checkpoint> earlier(EvaluateTask.Input input, ArtifactId datasetId, StepContext context)
            throws IOException, InterruptedException {
        if (input.training().isEmpty() || input.round() == 0) {
            return List.of();
        }
        ArtifactId id = input.training().get();
        TrainingManifest training = context.artifacts().fetchJson(id, TrainingManifest.class);
        if (!training.dataset().equals(datasetId)) {
            throw new BadInputException("training %s was done on dataset %s, not on %s; go on with that dataset."
                    .formatted(id, training.dataset(), datasetId));
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

    private static ArtifactId publish(String kind, EmbeddingTable table, StepContext context)
            throws IOException, InterruptedException {
        Path file = context.scratch().resolve(kind + ".parquet");
        EmbeddingFile.write(table, file);
        return context.publish(kind, file);
    }

    /** The embeddings of a dataset's images. @param unseen those of the classes that are held out, if there are any */
    private record Embedded(EmbeddingTable trained, Optional<EmbeddingTable> unseen) {}

    private Embedded embeddings(EvaluateTask.Input input, DatasetManifest dataset, StepContext context)
            throws IOException, InterruptedException {
        Path network = context.artifacts().fetch(input.checkpoint());
        DatasetManifest unseen = dataset.ofUnseen();
        boolean heldOut = !unseen.images().isEmpty();
        if (input.featureTable().isPresent()) {
            FeatureTable table = Pretrained.features(input.featureTable().get(), input.datasetId(), context);
            float[][] vectors = FeatureHead.open(network).embed(table.rows());
            int trained = dataset.images().size();
            float[][] others = Arrays.copyOfRange(
                    vectors, trained, trained + unseen.images().size());
            return new Embedded(
                    DatasetEmbedding.table(dataset, Arrays.copyOf(vectors, trained)),
                    heldOut ? Optional.of(DatasetEmbedding.table(unseen, others)) : Optional.empty());
        }
        try (Embedder embedder = embedders.open(network, input.engine())) {
            context.log("embedding %d images on %s".formatted(dataset.images().size(), Spelling.of(embedder.engine())));
            EmbeddingTable trained = DatasetEmbedding.embed(dataset, embedder::embed, context);
            return new Embedded(
                    trained,
                    heldOut ? Optional.of(DatasetEmbedding.embed(unseen, embedder::embed, context)) : Optional.empty());
        }
    }

    @Override
    public void record(EvaluateTask.Input input, EvaluateTask.Output output, StepContext context)
            throws IOException, InterruptedException {
        Evaluation evaluation = context.artifacts().fetchJson(output.evaluation(), Evaluation.class);
        context.history()
                .training()
                .evaluation(EvaluationRows.row(context.runId(), output.evaluation(), input.checkpoint(), evaluation));
    }
}
