package dev.plankton.steps.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.Spelling;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.contracts.ids.ArtifactId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainInputTest {
    private static final ArtifactId ID = new ArtifactId("a".repeat(64));

    @Test
    void enumsAreWrittenWithHyphens() {
        assertThat(Spelling.parse(Backbone.class, "backbone", "inception-v3")).isEqualTo(Backbone.INCEPTION_V3);
        assertThat(Spelling.parse(Miner.class, "miner", "semi-hard")).isEqualTo(Miner.SEMI_HARD);
        assertThatThrownBy(() -> Spelling.parse(Miner.class, "miner", "SEMI_HARD"))
                .isInstanceOf(BadInputException.class)
                .hasMessage("miner must be one of semi-hard, hard, distance-weighted, random, not 'SEMI_HARD'.");
    }

    @Test
    void laterRoundsNeedACheckpoint() {
        assertThatThrownBy(() -> Inputs.input(ID, ID, 2, 0.05, Optional.empty(), 32))
                .isInstanceOf(BadInputException.class)
                .hasMessage("Round 2 needs the checkpoint of round 1 to continue from.");
    }

    @Test
    void laterRoundsNeedALearningRate() {
        assertThatThrownBy(() -> Inputs.input(ID, ID, 1, -1, Optional.of(ID), 32))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("a learningRate over 0, not 12 and -1.0");
        assertThatThrownBy(() -> Inputs.input(ID, ID, 1, Double.NaN, Optional.of(ID), 32))
                .isInstanceOf(BadInputException.class);
    }
}
