package dev.plankton.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.plankton.db.rows.DeviceRow;
import dev.plankton.db.rows.ProgressRow;
import dev.plankton.db.rows.RoundRow;
import dev.plankton.runtime.formats.LossCurve;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.store.ArtifactId;
import dev.plankton.runtime.testing.DrawnDataset;
import dev.plankton.runtime.testing.LocalContext;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainStepTest {
    private final TrainStep step = new TrainStep(new TrainConfig(0, 0));

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

    @Test
    void roundsGoOnFromEachOtherAndAreRepeatable() throws Exception {
        TrainOutput drawn = context.run(step, Inputs.draw(dataset, trainingSet));
        TrainOutput first = context.run(step, Inputs.round(1, dataset, trainingSet, drawn.checkpoint()));
        TrainOutput again = context.run(step, Inputs.round(1, dataset, trainingSet, drawn.checkpoint()));
        TrainOutput second = context.run(step, Inputs.round(2, dataset, trainingSet, first.checkpoint()));

        assertThat(drawn).isEqualTo(new TrainOutput(drawn.checkpoint(), 0, 0, 0, 0, 0, 0, 0, TrainedOn.current(), ""));
        assertThat(first.checkpoint()).isNotEqualTo(drawn.checkpoint()).isEqualTo(again.checkpoint());
        assertThat(second.checkpoint()).isNotEqualTo(first.checkpoint());
        assertThat(first.steps()).isEqualTo(Inputs.STEPS);
        assertThat(first.images()).isEqualTo(Inputs.STEPS * 4 * 3);
        assertThat(first.loss()).isPositive();
        LossCurve curve = context.artifacts().fetchJson(new ArtifactId(first.lossCurve()), LossCurve.class);
        assertThat(curve.round()).isEqualTo(1);
        assertThat(curve.losses()).hasSize(Inputs.STEPS);
        double mean = 0;
        for (float loss : curve.losses()) {
            mean += loss / (double) Inputs.STEPS;
        }
        assertThat(mean).isCloseTo(first.loss(), offset(1e-6));
        assertThat(first.validationLoss()).isPositive();
    }

    @Test
    void theRunHistoryHearsOfProgressAndRounds() throws Exception {
        TrainOutput drawn = context.run(step, Inputs.draw(dataset, trainingSet));
        TrainOutput first = context.run(step, Inputs.round(1, dataset, trainingSet, drawn.checkpoint()));

        assertThat(context.history().all(ProgressRow.class).getLast())
                .returns(1, ProgressRow::round)
                .returns(Inputs.STEPS, ProgressRow::step)
                .returns(0.0, ProgressRow::secondsLeft);
        assertThat(context.history().all(RoundRow.class))
                .containsExactly(
                        new RoundRow("run", 0, 0, "", 0, 0, 0, 0, 0, drawn.checkpoint()),
                        new RoundRow(
                                "run",
                                1,
                                0.05,
                                trainingSet.sha256(),
                                Inputs.STEPS,
                                first.images(),
                                first.loss(),
                                first.validationLoss(),
                                first.seconds(),
                                first.checkpoint()));
        assertThat(context.lines()).anyMatch(line -> line.startsWith("step 12/12, loss "));
    }

    @Test
    void theRunHistoryHearsWhatARoundWasTrainedOnAlsoWhenItIsFoundAgain() throws Exception {
        TrainOutput drawn = context.run(step, Inputs.draw(dataset, trainingSet));
        TrainedOn card = new TrainedOn("cuda", "NVIDIA A10", "8.6", 22L << 30, 0);
        step.record(
                Inputs.draw(dataset, trainingSet),
                new TrainOutput(drawn.checkpoint(), 0, 0, 0, 0, 0, 0, 0, card, ""),
                context);

        assertThat(context.history().all(DeviceRow.class))
                .containsExactly(
                        TrainedOn.current().row("run", 0),
                        new DeviceRow("run", 0, "cuda", "NVIDIA A10", Optional.of("8.6"), 22L << 30, 0));
        assertThat(TrainedOn.current().backend()).isEqualTo("cpu");
        assertThat(TrainedOn.current().row("run", 0).computeCapability()).isEmpty();
    }

    @Test
    void aCancelledRoundPublishesNothing() throws Exception {
        TrainOutput drawn = context.run(step, Inputs.draw(dataset, trainingSet));
        TrainInput round = Inputs.round(1, dataset, trainingSet, drawn.checkpoint());
        int rows = context.history().all(Record.class).size();
        context.cancel();

        assertThatThrownBy(() -> context.run(step, round)).isInstanceOf(InterruptedException.class);
        assertThat(context.history().all(Record.class)).hasSize(rows);
    }

    @Test
    void aCheckpointOfAnotherNetworkIsRefused() throws Exception {
        TrainOutput drawn = context.run(step, Inputs.input(dataset, trainingSet, 0, 0, "", 40));
        TrainInput round = Inputs.round(1, dataset, trainingSet, drawn.checkpoint());

        assertThatThrownBy(() -> context.run(step, round))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("side=40")
                .hasMessageContaining("side=" + Inputs.SIDE);
    }

    @Test
    void aNetworkLargerThanTheImagesIsRefused() throws Exception {
        TrainInput round = Inputs.input(dataset, trainingSet, 1, 0.05, dataset.sha256(), 64);

        assertThatThrownBy(() -> context.run(step, round))
                .isInstanceOf(BadInputException.class)
                .hasMessage("networkSide is 64, but the dataset's images have a side of 40; take at most that.");
    }

    @Test
    void aTrainingSetOfAnotherDatasetIsRefused() throws Exception {
        DrawnDataset other = DrawnDataset.publish(context, 4, 8, 3, 1, 40, 2);
        TrainInput round = Inputs.round(1, other.id(), trainingSet, dataset.sha256());

        assertThatThrownBy(() -> context.run(step, round))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("was drawn from dataset " + dataset);
    }
}
