package dev.plankton.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.network.Backbone;
import dev.plankton.network.Miner;
import dev.plankton.runtime.Spelling;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.store.ArtifactId;
import org.junit.jupiter.api.Test;

class TrainInputTest {
    private static final ArtifactId ID = new ArtifactId("a".repeat(64));

    @Test
    void enumsAreWrittenWithHyphens() {
        assertThat(Spelling.parse(Backbone.class, "backbone", "inception-v3")).isEqualTo(Backbone.INCEPTION_V3);
        assertThat(Spelling.parse(Miner.class, "miner", "semi-hard")).isEqualTo(Miner.SEMI_HARD);
        assertThatThrownBy(() -> Spelling.parse(Miner.class, "miner", "SEMI_HARD"))
                .isInstanceOf(BadInputException.class)
                .hasMessage("miner must be one of random, semi-hard, hard, not 'SEMI_HARD'.");
    }

    @Test
    void laterRoundsNeedACheckpoint() {
        assertThatThrownBy(() -> Inputs.round(2, ID, ID, " "))
                .isInstanceOf(BadInputException.class)
                .hasMessage("Round 2 needs the checkpoint of round 1 to go on from.");
    }

    @Test
    void laterRoundsNeedALearningRate() {
        assertThatThrownBy(() -> Inputs.input(ID, ID, 1, -1, ID.sha256(), 32))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("a learningRate over 0, not 12 and -1.0");
        assertThatThrownBy(() -> Inputs.input(ID, ID, 1, Double.NaN, ID.sha256(), 32))
                .isInstanceOf(BadInputException.class);
    }
}
