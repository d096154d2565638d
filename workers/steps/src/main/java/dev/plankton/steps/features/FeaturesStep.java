package dev.plankton.steps.features;

import dev.plankton.contracts.Spelling;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.tasks.FeaturesTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.architecture.OnnxSource;
import dev.plankton.network.checkpoint.FeatureTable;
import dev.plankton.network.checkpoint.FirstParameters;
import dev.plankton.network.checkpoint.PretrainedWeights;
import dev.plankton.network.embedding.Embedders;
import dev.plankton.network.engine.Engines;
import dev.plankton.network.engine.FeatureExtractor;
import dev.plankton.network.engine.TrainingEngine;
import dev.plankton.steps.images.DatasetEmbedding;
import dev.plankton.steps.images.Datasets;
import dev.plankton.steps.images.Pretrained;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Computes the features of all images of a dataset with a frozen backbone, once for all rounds that train the head
 * (SPEC 3). The backbone is one of ours or comes from an ONNX file.
 *
 * <p>Reads the dataset's manifest, all its shards and the pretrained weights; if more than the head is trained, it
 * reads and writes nothing. Writes one table of features, one row for each image of every split, and then of each image of
 * held-out classes. Idempotent because all
 * that it reads is named by its digest, and random weights depend only on the seed. Portions of a large dataset are remembered,
 * so an attempt that is killed loses one. Its largest limitation: the whole table is in memory (4 bytes per feature).
 */
public final class FeaturesStep implements Step<FeaturesTask.Input, FeaturesTask.Output> {
    private static final int ANY_DIMENSIONS = 64;
    private final Engines engines;
    private final Embedders embedders;

    public FeaturesStep(Engines engines, Embedders embedders) {
        this.engines = engines;
        this.embedders = embedders;
    }

    @Override
    public TaskType<FeaturesTask.Input, FeaturesTask.Output> type() {
        return FeaturesTask.TYPE;
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public boolean exclusive() {
        return true;
    }

    private TrainingEngine engine(FeaturesTask.Input input) {
        return engines.engine(input.trainingEngine());
    }

    /** The engine decides the last digits. */
    @Override
    public String fingerprint(FeaturesTask.Input input, StepContext context) {
        return input.train() instanceof TrainedPart.HeadOnly
                ? Spelling.of(engine(input).name())
                : "";
    }

    @Override
    public FeaturesTask.Output run(FeaturesTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        if (!(input.train() instanceof TrainedPart.HeadOnly)) {
            return new FeaturesTask.Output(Optional.empty());
        }
        DatasetManifest dataset = Datasets.read(input.datasetId(), context);
        float[][] features;
        try (FeatureExtractor extractor = extractor(input, context)) {
            float[][] trained = DatasetEmbedding.embed(dataset, extractor::features, context)
                    .vectors();
            float[][] unseen = DatasetEmbedding.embed(dataset.ofUnseen(), extractor::features, context)
                    .vectors();
            features =
                    Stream.concat(Arrays.stream(trained), Arrays.stream(unseen)).toArray(float[][]::new);
        }
        context.log("computed %d features of each of %d images".formatted(features[0].length, features.length));
        Path file = context.scratch().resolve("features");
        new FeatureTable(input.datasetId(), features).write(file);
        return new FeaturesTask.Output(Optional.of(context.publish("features", file)));
    }

    private FeatureExtractor extractor(FeaturesTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        Optional<OnnxSource> onnx =
                Pretrained.onnx(input.backbone(), input.weights(), input.normalise(), input.networkSide(), context);
        if (onnx.isPresent()) {
            OnnxSource source = onnx.get();
            return embedders.backbone(context.artifacts().fetch(source.file()), source.normalise());
        }
        Optional<PretrainedWeights> weights = Pretrained.read(input.backbone(), input.weights(), context);
        NetworkSettings network = new NetworkSettings(
                input.backbone(),
                Head.SPHERE, // any head and any dimensions will do: features are taken before them
                input.features(),
                input.networkSide(),
                ANY_DIMENSIONS,
                weights.map(PretrainedWeights::scaling).orElse(InputScaling.SIGNED));
        return engine(input).features(network, FirstParameters.of(network, input.seed(), weights));
    }
}
