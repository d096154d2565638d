package dev.plankton.features;

import dev.plankton.network.Backbone;
import dev.plankton.network.FeatureExtractor;
import dev.plankton.network.FeatureTable;
import dev.plankton.network.Head;
import dev.plankton.network.InputScaling;
import dev.plankton.network.NetworkSettings;
import dev.plankton.network.weights.PretrainedWeights;
import dev.plankton.runtime.Spelling;
import dev.plankton.runtime.dataset.DatasetEmbedding;
import dev.plankton.runtime.formats.DatasetManifest;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Takes all images of a dataset through a backbone that is not trained, once for all rounds of its head (SPEC 3).
 *
 * <p>Reads the dataset's manifest, all its shards and the pretrained weights; nothing if more than the head is trained.
 * Writes one table of features, a row for each image of every split. Idempotent because all that it reads is named by
 * its digest, and weights that are drawn follow from the seed. Its largest limitation: the table is in memory as a whole
 * (4 bytes a feature), and a run that was cut short starts again from the first image.
 */
public final class FeaturesStep implements Step<FeaturesInput, FeaturesOutput> {

    @Override
    public String taskType() {
        return "plankton_features";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<FeaturesInput> inputType() {
        return FeaturesInput.class;
    }

    @Override
    public Class<FeaturesOutput> outputType() {
        return FeaturesOutput.class;
    }

    @Override
    public boolean exclusive() {
        return true;
    }

    @Override
    public FeaturesOutput run(FeaturesInput input, StepContext context) throws IOException, InterruptedException {
        if (!input.train().equals("head")) {
            return new FeaturesOutput("");
        }
        DatasetManifest dataset =
                context.artifacts().fetchJson(new ArtifactId(input.datasetId()), DatasetManifest.class);
        float[][] features;
        try (FeatureExtractor extractor = extractor(input, context)) {
            features = DatasetEmbedding.embed(dataset, extractor::features, context)
                    .vectors();
        } catch (IllegalArgumentException e) {
            throw new BadInputException("The features cannot be computed as asked for: %s.".formatted(e.getMessage()));
        }
        context.log("computed %d features of each of %d images".formatted(features[0].length, features.length));
        Path file = context.scratch().resolve("features");
        new FeatureTable(input.datasetId(), features).write(file);
        return new FeaturesOutput(context.publish("features", file).sha256());
    }

    private static FeatureExtractor extractor(FeaturesInput input, StepContext context)
            throws IOException, InterruptedException {
        Optional<PretrainedWeights> weights = input.weights().equals("none")
                ? Optional.empty()
                : Optional.of(PretrainedWeights.read(context.artifacts().fetch(new ArtifactId(input.weights()))));
        NetworkSettings network = new NetworkSettings(
                Spelling.parse(Backbone.class, "backbone", input.backbone()),
                Head.SPHERE, // as good as any: features are taken before it
                input.features(),
                input.networkSide(),
                1,
                weights.map(PretrainedWeights::scaling).orElse(InputScaling.SIGNED));
        return FeatureExtractor.create(network, input.seed(), weights);
    }
}
