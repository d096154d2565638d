package dev.plankton.steps.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.Spelling;
import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.contracts.formats.LossCurve;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.tasks.TrainTask;
import dev.plankton.db.rows.DeviceRow;
import dev.plankton.db.rows.ProgressRow;
import dev.plankton.db.rows.RoundRow;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.network.engine.ComputeDevice;
import dev.plankton.network.engine.Engines;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainStepTest {
    private final TrainStep step = new TrainStep(Engines.load(), new TrainConfig(0, 0));

    @TempDir
    Path folder;

    private LocalContext context;
    private ArtifactId dataset;
    private ArtifactId trainingSet;

    @BeforeEach
    void publish() throws Exception {
        context = new LocalContext(folder);
        DrawnDataset drawn = DrawnDataset.publish(context, 4, 8, 3, 1, 40, 1);
        dataset = drawn.id();
        trainingSet = drawn.publishTrainingSet(context);
    }

    private static TrainTask.Output beginning(ArtifactId checkpoint, TrainTask.TrainedOn device) {
        return new TrainTask.Output(checkpoint, 0, 0, 0, OptionalDouble.empty(), 0, 0, 0, device, Optional.empty());
    }

    @Test
    void roundsGoOnFromEachOtherAndAreRepeatable() throws Exception {
        TrainTask.Output drawn = context.run(step, Inputs.draw(dataset, trainingSet));
        TrainTask.Output first = context.run(step, Inputs.round(1, dataset, trainingSet, drawn.checkpoint()));
        TrainTask.Output again = context.run(step, Inputs.round(1, dataset, trainingSet, drawn.checkpoint()));
        TrainTask.Output second = context.run(step, Inputs.round(2, dataset, trainingSet, first.checkpoint()));

        assertThat(drawn).isEqualTo(beginning(drawn.checkpoint(), drawn.trainedOn()));
        assertThat(first.checkpoint()).isNotEqualTo(drawn.checkpoint()).isEqualTo(again.checkpoint());
        assertThat(second.checkpoint()).isNotEqualTo(first.checkpoint());
        assertThat(first.steps()).isEqualTo(Inputs.STEPS);
        assertThat(first.images()).isEqualTo(Inputs.STEPS * 4 * 3);
        assertThat(first.loss()).isPositive();
        LossCurve curve = context.artifacts().fetchJson(first.lossCurve().orElseThrow(), LossCurve.class);
        assertThat(curve.round()).isEqualTo(1);
        assertThat(curve.losses()).hasSize(Inputs.STEPS);
        double mean = 0;
        for (float loss : curve.losses()) {
            mean += loss / (double) Inputs.STEPS;
        }
        assertThat(mean).isCloseTo(first.loss(), offset(1e-6));
        assertThat(first.validationLoss().orElseThrow()).isPositive();
    }

    @Test
    void theRunHistoryHearsOfProgressAndRounds() throws Exception {
        TrainTask.Output drawn = context.run(step, Inputs.draw(dataset, trainingSet));
        TrainTask.Output first = context.run(step, Inputs.round(1, dataset, trainingSet, drawn.checkpoint()));

        assertThat(context.history().all(ProgressRow.class).getLast())
                .returns(1, ProgressRow::round)
                .returns(Inputs.STEPS, ProgressRow::step)
                .returns(0.0, ProgressRow::secondsLeft);
        assertThat(context.history().all(RoundRow.class))
                .containsExactly(
                        new RoundRow(
                                new RunId("run"),
                                0,
                                0,
                                Optional.empty(),
                                0,
                                0,
                                0,
                                OptionalDouble.empty(),
                                0,
                                drawn.checkpoint()),
                        new RoundRow(
                                new RunId("run"),
                                1,
                                0.05,
                                Optional.of(trainingSet),
                                Inputs.STEPS,
                                first.images(),
                                first.loss(),
                                first.validationLoss(),
                                first.seconds(),
                                first.checkpoint()));
        assertThat(context.lines())
                .anyMatch(line -> line.startsWith("step 12/12, loss "))
                .anyMatch(line -> line.matches("No batch was ready in [0-9.]+ % of the time\\."));
    }

    @Test
    void theRunHistoryHearsWhatARoundWasTrainedOnAlsoWhenItIsFoundAgain() throws Exception {
        TrainTask.Output drawn = context.run(step, Inputs.draw(dataset, trainingSet));
        TrainTask.TrainedOn card = new TrainTask.TrainedOn(
                NetworkEngine.DL4J, Precision.FP32, "a test", "cuda", "NVIDIA A10", Optional.of("8.6"), 22L << 30, 0);
        step.record(Inputs.draw(dataset, trainingSet), beginning(drawn.checkpoint(), card), context);

        ComputeDevice device = Engines.load().any().device();
        assertThat(device.backend()).isEqualTo("cpu");
        assertThat(context.history().all(DeviceRow.class))
                .containsExactly(
                        new DeviceRow(
                                new RunId("run"),
                                0,
                                Spelling.of(Engines.load().any().name()),
                                "fp32",
                                Engines.load()
                                        .choose(NetworkEngine.AUTO, Precision.FP32)
                                        .reason(),
                                "cpu",
                                device.name(),
                                Optional.empty(),
                                device.memoryBytes(),
                                device.threads()),
                        new DeviceRow(
                                new RunId("run"),
                                0,
                                "dl4j",
                                "fp32",
                                "a test",
                                "cuda",
                                "NVIDIA A10",
                                Optional.of("8.6"),
                                22L << 30,
                                0));
    }

    @Test
    void aCancelledRoundPublishesNothing() throws Exception {
        TrainTask.Output drawn = context.run(step, Inputs.draw(dataset, trainingSet));
        TrainTask.Input round = Inputs.round(1, dataset, trainingSet, drawn.checkpoint());
        int rows = context.history().all(Record.class).size();
        context.cancel();

        assertThatThrownBy(() -> context.run(step, round)).isInstanceOf(InterruptedException.class);
        assertThat(context.history().all(Record.class)).hasSize(rows);
    }

    @Test
    void aCheckpointOfAnotherNetworkIsRefused() throws Exception {
        TrainTask.Output drawn = context.run(step, Inputs.input(dataset, trainingSet, 0, 0, Optional.empty(), 40));
        TrainTask.Input round = Inputs.round(1, dataset, trainingSet, drawn.checkpoint());

        assertThatThrownBy(() -> context.run(step, round))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("side=40")
                .hasMessageContaining("side=" + Inputs.SIDE);
    }

    @Test
    void aNetworkLargerThanTheImagesIsRefused() throws Exception {
        TrainTask.Input round = Inputs.input(dataset, trainingSet, 1, 0.05, Optional.of(dataset), 64);

        assertThatThrownBy(() -> context.run(step, round))
                .isInstanceOf(BadInputException.class)
                .hasMessage("networkSide is 64, but the dataset's images have a side of 40; take at most that.");
    }

    @Test
    void aTrainingSetOfAnotherDatasetIsRefused() throws Exception {
        DrawnDataset other = DrawnDataset.publish(context, 4, 8, 3, 1, 40, 2);
        TrainTask.Input round = Inputs.round(1, other.id(), trainingSet, dataset);

        assertThatThrownBy(() -> context.run(step, round))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("was drawn from dataset " + dataset);
    }
}
