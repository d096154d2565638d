package dev.plankton.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputsTest {

    @Test
    void takesJsonAsJsonAndTheRestAsText() throws Exception {
        assertThat(Inputs.parse(null, List.of("rounds=3", "resampleAtRounds=[2,4]", "dataset=zoo scan", "x=1 2", "y=")))
                .isEqualTo(Map.of(
                        "rounds", 3, "resampleAtRounds", List.of(2, 4), "dataset", "zoo scan", "x", "1 2", "y", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025.10", "1e3", "true", "007", "null", "[1]", "-0"})
    void keepsTextAsItIsWritten(String name) throws Exception {
        assertThat(Inputs.parse(null, List.of("dataset=" + name))).isEqualTo(Map.of("dataset", name));
    }

    @Test
    void wordsOverrideTheFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("input.json"), "{\"rounds\": 5, \"dataset\": \"a\"}");

        assertThat(Inputs.parse(file, List.of("rounds=2"))).isEqualTo(Map.of("rounds", 2, "dataset", "a"));
    }

    @Test
    void refusesWhatIsNeither(@TempDir Path folder) throws Exception {
        Path list = Files.writeString(folder.resolve("list.json"), "[1]");

        assertThatThrownBy(() -> Inputs.parse(null, List.of("rounds")))
                .isInstanceOf(Trouble.class)
                .hasMessage("'rounds' is not of the form key=value.");
        assertThatThrownBy(() -> Inputs.parse(list, List.of()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("does not hold a JSON object");
        assertThatThrownBy(() -> Inputs.parse(folder.resolve("none.json"), List.of()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("There is no file");
    }
}
