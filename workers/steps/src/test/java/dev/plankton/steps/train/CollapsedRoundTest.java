package dev.plankton.steps.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.TrainTask;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.engine.testing.RecordedHistory.Published;
import dev.plankton.network.engine.Engines;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollapsedRoundTest {
    /** The original experiment's way to train, at a rate that drives every sigmoid to one of its ends. */
    private static final Map<String, Object> ABSURD = Map.of(
            "head", "sigmoid", "miner", "random", "margin", 5, "warmupSteps", 0, "learningRate", 10, "momentum", 0.9);

    @Test
    void aNetworkThatGivesTheSameForEveryImageEndsItsRound(@TempDir Path folder) throws Exception {
        LocalContext context = new LocalContext(folder);
        DrawnDataset drawn = DrawnDataset.publish(context, 4, 8, 3, 1, Inputs.SIDE, 1);
        ArtifactId set = drawn.publishTrainingSet(context);
        TrainStep step = new TrainStep(Engines.load(), new TrainConfig(0, 0));
        ArtifactId checkpoint = context.run(step, Inputs.with(Inputs.draw(drawn.id(), set), ABSURD))
                .checkpoint();
        TrainTask.Input round = Inputs.with(Inputs.round(1, 150, drawn.id(), set, checkpoint), ABSURD);

        assertThatThrownBy(() -> context.run(step, round))
                .isInstanceOf(BadInputException.class)
                .hasMessageMatching("The network collapsed in round 1: for 100 steps up to step 1\\d\\d of 150"
                        + " its embeddings lay within \\S+ of each other on average and the loss was \\S+,"
                        + " the margin being 5\\.0; try a lower learningRate \\(now 10\\.0\\),"
                        + " more warmupSteps \\(now 0\\), head sphere or miner semi-hard\\.");
        assertThat(context.history().all(Published.class))
                .filteredOn(published -> published.kind().equals("checkpoint"))
                .hasSize(1);
    }
}
