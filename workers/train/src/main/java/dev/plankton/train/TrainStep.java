package dev.plankton.train;

import dev.plankton.db.rows.RoundRow;
import dev.plankton.network.FeatureTable;
import dev.plankton.network.InputScaling;
import dev.plankton.network.NetworkSettings;
import dev.plankton.network.Round;
import dev.plankton.network.RoundResult;
import dev.plankton.network.Trainer;
import dev.plankton.network.weights.PretrainedWeights;
import dev.plankton.runtime.formats.DatasetManifest;
import dev.plankton.runtime.formats.LossCurve;
import dev.plankton.runtime.formats.TrainingSet;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Trains the network for one learning-rate round (SPEC 4); round 0 draws its first weights or takes pretrained ones
 * (SPEC 3).
 *
 * <p>Reads the dataset's manifest, the shards that hold its training and validation images or, to train the head alone,
 * the table of their features, the training set and the checkpoint of the round before; in round 0 the pretrained
 * weights. Writes a checkpoint, from which the next round goes on. Idempotent because every random draw follows from the
 * seed, the round and the step, and because the checkpoint before is named by its digest.
 * An attempt that was cut short leaves a snapshot, from which the next one goes on to the same checkpoint. Its largest
 * limitation: every round scales the images of its draw anew, into a file of networkSide squared bytes an image.
 */
public final class TrainStep implements Step<TrainInput, TrainOutput> {
    private final TrainConfig config;
    private final InstantSource clock;

    public TrainStep(TrainConfig config) {
        this(config, InstantSource.system());
    }

    TrainStep(TrainConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String taskType() {
        return "plankton_train";
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public Class<TrainInput> inputType() {
        return TrainInput.class;
    }

    @Override
    public Class<TrainOutput> outputType() {
        return TrainOutput.class;
    }

    @Override
    public boolean exclusive() {
        return true;
    }

    @Override
    public TrainOutput run(TrainInput input, StepContext context) throws IOException, InterruptedException {
        try {
            return input.round() == 0 ? begin(input, context) : train(input, context);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(
                    "The network cannot be built or trained as asked for: %s.".formatted(e.getMessage()));
        }
    }

    private static TrainOutput begin(TrainInput input, StepContext context) throws IOException, InterruptedException {
        return input.startFrom().equals("none") ? draw(input, context) : startFrom(input, context);
    }

    private static TrainOutput startFrom(TrainInput input, StepContext context)
            throws IOException, InterruptedException {
        Path earlier = context.artifacts().fetch(new ArtifactId(input.startFrom()));
        try (Trainer trainer = Trainer.startFrom(earlier, input.trainingSettings())) {
            if (!input.describes(trainer.network())) {
                throw new BadInputException("startFrom %s holds the network %s, not %s; give the same settings."
                        .formatted(
                                input.startFrom(),
                                trainer.network(),
                                input.networkSettings(trainer.network().scaling())));
            }
            context.log("the network begins as an earlier training left it");
            return new TrainOutput(save(trainer, context), 0, 0, 0, 0, 0, 0, 0, TrainedOn.current(), "");
        }
    }

    private static TrainOutput draw(TrainInput input, StepContext context) throws IOException, InterruptedException {
        Optional<PretrainedWeights> weights = input.weights().equals("none")
                ? Optional.empty()
                : Optional.of(PretrainedWeights.read(context.artifacts().fetch(new ArtifactId(input.weights()))));
        NetworkSettings network =
                input.networkSettings(weights.map(PretrainedWeights::scaling).orElse(InputScaling.SIGNED));
        try (Trainer trainer = Trainer.create(network, input.trainingSettings(), weights)) {
            String checkpoint = save(trainer, context);
            context.log(weights.map(given -> "the network begins with the weights of " + given.source())
                    .orElse("drew the first weights of the network"));
            return new TrainOutput(checkpoint, 0, 0, 0, 0, 0, 0, 0, TrainedOn.current(), "");
        }
    }

    private TrainOutput train(TrainInput input, StepContext context) throws IOException, InterruptedException {
        DatasetManifest dataset =
                context.artifacts().fetchJson(new ArtifactId(input.datasetId()), DatasetManifest.class);
        TrainingSet set = context.artifacts().fetchJson(new ArtifactId(input.trainingSet()), TrainingSet.class);
        if (!set.dataset().sha256().equals(input.datasetId())) {
            throw new BadInputException("trainingSet %s was drawn from dataset %s, not from %s; balance this dataset."
                    .formatted(input.trainingSet(), set.dataset(), input.datasetId()));
        }
        try (PoolReader.Pools pools = pools(input, dataset, set, context);
                Snapshots snapshots = new Snapshots(config, context, clock);
                Trainer trainer = open(input, snapshots, context)) {
            context.log("%d training samples, %d validation images"
                    .formatted(
                            pools.train().samples().length, pools.validation().samples().length));
            return train(trainer, input, pools, snapshots, context);
        }
    }

    private static PoolReader.Pools pools(
            TrainInput input, DatasetManifest dataset, TrainingSet set, StepContext context)
            throws IOException, InterruptedException {
        if (input.featureTable().isBlank()) {
            return PoolReader.read(dataset, set, input.networkSide(), context);
        }
        return FeaturePools.of(
                dataset, set, FeatureTable.read(context.artifacts().fetch(new ArtifactId(input.featureTable()))));
    }

    private static Trainer open(TrainInput input, Snapshots snapshots, StepContext context)
            throws IOException, InterruptedException {
        Optional<Trainer> snapshot = snapshots.open(input::describes, input.trainingSettings());
        if (snapshot.isPresent()) {
            return snapshot.get();
        }
        Trainer trainer =
                Trainer.open(context.artifacts().fetch(new ArtifactId(input.checkpoint())), input.trainingSettings());
        try {
            NetworkSettings network = trainer.network();
            if (!input.describes(network)) {
                throw new BadInputException(
                        "checkpoint %s holds the network %s, not %s; go on with the settings it was begun with."
                                .formatted(input.checkpoint(), network, input.networkSettings(network.scaling())));
            }
            return trainer;
        } catch (IllegalArgumentException | BadInputException e) {
            trainer.close();
            throw e;
        }
    }

    private TrainOutput train(
            Trainer trainer, TrainInput input, PoolReader.Pools pools, Snapshots snapshots, StepContext context)
            throws IOException, InterruptedException {
        ProgressReport report = new ProgressReport(input.round(), context, clock);
        CollapseWatch collapse = new CollapseWatch(input);
        RoundResult result = trainer.train(
                pools.train(),
                pools.validation(),
                new Round(input.round(), input.learningRate(), input.steps(), input.validationSteps()),
                progress -> {
                    context.checkCancelled();
                    collapse.onStep(progress);
                    report.onStep(progress);
                    snapshots.onStep(trainer, progress);
                });
        return new TrainOutput(
                save(trainer, context),
                input.round(),
                input.learningRate(),
                result.loss(),
                Double.isNaN(result.validationLoss()) ? 0 : result.validationLoss(),
                result.steps(),
                result.images(),
                result.seconds(),
                TrainedOn.current(),
                context.artifacts()
                        .publishJson("loss-curve", new LossCurve(input.round(), result.losses()))
                        .sha256());
    }

    private static String save(Trainer trainer, StepContext context) throws IOException, InterruptedException {
        Path file = context.scratch().resolve("checkpoint");
        trainer.save(file);
        return context.publish("checkpoint", file).sha256();
    }

    @Override
    public void record(TrainInput input, TrainOutput output, StepContext context) throws IOException {
        context.history()
                .round(new RoundRow(
                        context.runId(),
                        output.round(),
                        output.learningRate(),
                        output.round() == 0 ? "" : input.trainingSet(),
                        output.steps(),
                        output.images(),
                        output.loss(),
                        output.validationLoss(),
                        output.seconds(),
                        output.checkpoint()));
        context.history().device(output.trainedOn().row(context.runId(), output.round()));
        Snapshots.delete(context);
    }
}
