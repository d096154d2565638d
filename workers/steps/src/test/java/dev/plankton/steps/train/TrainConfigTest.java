package dev.plankton.steps.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainConfigTest {
    @Test
    void aSnapshotAMinuteIsTheDefault() {
        assertThat(TrainConfig.fromEnvironment(Map.of())).isEqualTo(new TrainConfig(60, 0));
        assertThat(TrainConfig.fromEnvironment(Map.of("PLANKTON_SNAPSHOT_SECONDS", " ")))
                .isEqualTo(new TrainConfig(60, 0));
    }

    @Test
    void takesWhatIsGiven() {
        assertThat(TrainConfig.fromEnvironment(
                        Map.of("PLANKTON_SNAPSHOT_SECONDS", " 0 ", "PLANKTON_SNAPSHOT_STEPS", "100")))
                .isEqualTo(new TrainConfig(0, 100));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PLANKTON_SNAPSHOT_SECONDS | -1   | must be 0 (never) or more, not -1.
            PLANKTON_SNAPSHOT_SECONDS | 1.5  | must be a whole number, not '1.5'.
            PLANKTON_SNAPSHOT_STEPS   | -2   | must be 0 (never) or more, not -2.
            PLANKTON_SNAPSHOT_STEPS   | many | must be a whole number, not 'many'.
            """)
    void refusesWhatMakesNoSense(String name, String value, String sentence) {
        assertThatThrownBy(() -> TrainConfig.fromEnvironment(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(name + " " + sentence);
    }
}
