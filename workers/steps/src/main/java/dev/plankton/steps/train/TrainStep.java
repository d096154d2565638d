package dev.plankton.steps.train;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.Spelling;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.LossCurve;
import dev.plankton.contracts.formats.TrainingSet;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.contracts.tasks.TrainTask;
import dev.plankton.db.TrainingLog;
import dev.plankton.db.rows.DeviceRow;
import dev.plankton.db.rows.RoundRow;
import dev.plankton.engine.step.RoundMeasures;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.engine.ComputeCapability;
import dev.plankton.network.engine.ComputeDevice;
import dev.plankton.network.engine.Engines;
import dev.plankton.network.training.Learner;
import dev.plankton.network.training.Round;
import dev.plankton.network.training.RoundResult;
import dev.plankton.network.training.Trainer;
import dev.plankton.steps.images.Datasets;
import dev.plankton.steps.images.Pretrained;
import dev.plankton.steps.train.PoolReader.Pools;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Trains the network for one learning-rate round (SPEC 4). Round 0 only creates the first network (SPEC 3).
 *
 * <p>Reads the dataset's manifest, the shards that hold its training and validation images (or, to train only the head,
 * the table of their features), the training set and the checkpoint of the previous round. Round 0 reads only the
 * pretrained weights or the checkpoint to start from, if there are any. Writes a checkpoint, from which the next round
 * continues, and the losses of the round's steps. Idempotent because every random draw depends only on the seed, the
 * round and the step, and because the previous checkpoint is named by its digest. An interrupted attempt leaves a
 * snapshot, from which the next attempt continues to the same checkpoint. Its largest limitation: it keeps the
 * scaled images of the last training set in a file of networkSide squared bytes per image until the worker ends.
 */
public final class TrainStep implements Step<TrainTask.Input, TrainTask.Output> {
    private final Engines engines;
    private final TrainConfig config;
    private final ScaledImages scaled = new ScaledImages();
    private final InstantSource clock;

    public TrainStep(Engines engines, TrainConfig config) {
        this(engines, config, InstantSource.system());
    }

    TrainStep(Engines engines, TrainConfig config, InstantSource clock) {
        this.engines = engines;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public TaskType<TrainTask.Input, TrainTask.Output> type() {
        return TrainTask.TYPE;
    }

    @Override
    public int version() {
        return 9;
    }

    @Override
    public boolean exclusive() {
        return true;
    }

    private Engines.Choice choice(TrainTask.Input input) {
        return engines.choose(input.trainingEngine(), input.precision());
    }

    /** The engine decides the last digits. */
    @Override
    public String fingerprint(TrainTask.Input input, StepContext context) {
        return Spelling.of(choice(input).engine().name());
    }

    @Override
    public TrainTask.Output run(TrainTask.Input input, StepContext context) throws IOException, InterruptedException {
        TrainingRequest request = new TrainingRequest(
                input,
                Pretrained.onnx(input.backbone(), input.weights(), input.normalise(), input.networkSide(), context));
        Engines.Choice choice = choice(input);
        context.log("The engine is %s with precision %s: %s."
                .formatted(Spelling.of(choice.engine().name()), Spelling.of(input.precision()), choice.reason()));
        Learner.Factory learners = choice.engine().learners(input.precision());
        TrainTask.TrainedOn device = trainedOn(choice, input.precision());
        return input.round() == 0
                ? begin(learners, device, request, context)
                : train(learners, device, request, context);
    }

    private static TrainTask.Output begin(
            Learner.Factory learners, TrainTask.TrainedOn device, TrainingRequest request, StepContext context)
            throws IOException, InterruptedException {
        try (Trainer trainer = new FirstNetwork(learners, request, context).open()) {
            ArtifactId checkpoint = save(trainer, context);
            return new TrainTask.Output(checkpoint, 0, 0, 0, OptionalDouble.empty(), 0, 0, 0, device, Optional.empty());
        }
    }

    private TrainTask.Output train(
            Learner.Factory learners, TrainTask.TrainedOn device, TrainingRequest request, StepContext context)
            throws IOException, InterruptedException {
        TrainTask.Input input = request.input();
        DatasetManifest dataset = Datasets.read(input.datasetId(), context);
        TrainingSet set = context.artifacts().fetchJson(input.trainingSet(), TrainingSet.class);
        if (!set.dataset().equals(input.datasetId())) {
            throw new BadInputException("trainingSet %s was drawn from dataset %s, not from %s; balance this dataset."
                    .formatted(input.trainingSet(), set.dataset(), input.datasetId()));
        }
        Pools pools = pools(input, dataset, set, context);
        try (RoundMeasures measures = context.measures().round(input.round(), input.steps());
                Snapshots snapshots = new Snapshots(config, context, measures, clock);
                Trainer trainer = open(learners, request, snapshots, context)) {
            context.log("%d training samples, %d validation images"
                    .formatted(
                            pools.train().samples().length, pools.validation().samples().length));
            return train(trainer, device, input, pools, snapshots, measures, context);
        }
    }

    private Pools pools(TrainTask.Input input, DatasetManifest dataset, TrainingSet set, StepContext context)
            throws IOException, InterruptedException {
        if (input.featureTable().isEmpty()) {
            return PoolReader.read(
                    dataset,
                    set,
                    new ScaledImages.Key(input.datasetId(), input.trainingSet(), input.networkSide()),
                    scaled,
                    context);
        }
        return FeaturePools.of(
                dataset, set, Pretrained.features(input.featureTable().get(), input.datasetId(), context));
    }

    private static Trainer open(
            Learner.Factory learners, TrainingRequest request, Snapshots snapshots, StepContext context)
            throws IOException, InterruptedException {
        Optional<Trainer> snapshot = snapshots.open(learners, request);
        if (snapshot.isPresent()) {
            return snapshot.get();
        }
        ArtifactId checkpoint = request.input().checkpoint().orElseThrow();
        Trainer trainer = Trainer.open(learners, context.artifacts().fetch(checkpoint), request.training());
        NetworkSettings network = trainer.network();
        if (!request.describes(network)) {
            trainer.close();
            throw new BadInputException(
                    "checkpoint %s holds the network %s, not %s; continue with the settings that it was started with."
                            .formatted(checkpoint, network, request.network(network.scaling())));
        }
        return trainer;
    }

    private TrainTask.Output train(
            Trainer trainer,
            TrainTask.TrainedOn device,
            TrainTask.Input input,
            Pools pools,
            Snapshots snapshots,
            RoundMeasures measures,
            StepContext context)
            throws IOException, InterruptedException {
        ProgressReport report = new ProgressReport(input.round(), context, clock);
        CollapseWatch collapse = new CollapseWatch(input);
        if (input.startFrom().isPresent()) {
            trainer.beginFromMeans(pools.train());
        }
        RoundResult result = trainer.train(
                pools.train(),
                pools.validation(),
                new Round(input.round(), input.learningRate(), input.steps(), input.validationSteps()),
                progress -> {
                    context.checkCancelled();
                    collapse.onStep(progress);
                    report.onStep(progress);
                    context.measures().images(progress.images());
                    measures.step(progress.step(), progress.loss());
                    snapshots.onStep(trainer, progress);
                });
        context.log(String.format(Locale.ROOT, "No batch was ready in %.1f %% of the time.", 100 * result.waiting()));
        ArtifactId checkpoint = save(trainer, context);
        ArtifactId losses =
                context.artifacts().publishJson("loss-curve", new LossCurve(input.round(), result.losses()));
        return new TrainTask.Output(
                checkpoint,
                input.round(),
                input.learningRate(),
                result.loss(),
                result.validationLoss(),
                result.steps(),
                result.images(),
                result.seconds(),
                device,
                Optional.of(losses));
    }

    /** The device that this thread computes on. */
    private static TrainTask.TrainedOn trainedOn(Engines.Choice choice, Precision precision) {
        ComputeDevice device = choice.engine().device();
        return new TrainTask.TrainedOn(
                choice.engine().name(),
                precision,
                choice.reason(),
                device.backend(),
                device.name(),
                device.capability().map(ComputeCapability::toString),
                device.memoryBytes(),
                device.threads());
    }

    private static ArtifactId save(Trainer trainer, StepContext context) throws IOException, InterruptedException {
        Path file = context.scratch().resolve("checkpoint");
        trainer.save(file);
        return context.publish("checkpoint", file);
    }

    @Override
    public void record(TrainTask.Input input, TrainTask.Output output, StepContext context) throws IOException {
        TrainingLog log = context.history().training();
        log.round(new RoundRow(
                context.runId(),
                output.round(),
                output.learningRate(),
                output.round() == 0 ? Optional.empty() : Optional.of(input.trainingSet()),
                output.steps(),
                output.images(),
                output.loss(),
                output.validationLoss(),
                output.seconds(),
                output.checkpoint()));
        TrainTask.TrainedOn device = output.trainedOn();
        log.device(new DeviceRow(
                context.runId(),
                output.round(),
                Spelling.of(device.engine()),
                Spelling.of(device.precision()),
                device.choice(),
                device.backend(),
                device.device(),
                device.computeCapability(),
                device.memoryBytes(),
                device.threads()));
        Snapshots.delete(context);
    }
}
