package dev.plankton.engine.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.ids.ArtifactId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InputsTest {
    /** All kinds of components. */
    record Input(ArtifactId dataset, int side, List<String> names) {
        Input {
            names = List.copyOf(names);
            if (side < 1) {
                throw new BadInputException("side must be at least 1, not %d.".formatted(side));
            }
        }
    }

    private static final String ID = "0123456789abcdef".repeat(4);

    @Test
    void readsWhatConductorHandsOver() {
        Input input = read(Map.of("dataset", ID, "side", 299, "names", List.of("a"), "unknown", 1));

        assertThat(input).isEqualTo(new Input(new ArtifactId(ID), 299, List.of("a")));
    }

    @Test
    void passesTheRecordsOwnSentenceOn() {
        assertRejected(Map.of("dataset", ID, "side", 0, "names", List.of()), "side must be at least 1, not 0.");
        assertRejected(
                Map.of("dataset", "x", "side", 1, "names", List.of()),
                "'x' is not an artifact id; give the 64 hexadecimal digits that an earlier run printed.");
    }

    @Test
    void namesWhatIsMissing() {
        assertRejected(Map.of("side", 1, "names", List.of()), "The input of test lacks 'dataset'; give it a value.");
        assertRejected(Map.of("side", 1), "The input of test lacks 'dataset', 'names'; give it a value.");
    }

    @Test
    void namesTheValueOfAWrongType() {
        assertThatThrownBy(() -> read(Map.of("dataset", ID, "side", "wide", "names", List.of())))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("The input of test cannot be read: 'side':")
                .hasMessageContaining("wide")
                .message()
                .doesNotContain("\n");
    }

    private static void assertRejected(Map<String, Object> given, String sentence) {
        assertThatThrownBy(() -> read(given))
                .isInstanceOf(BadInputException.class)
                .hasMessage(sentence);
    }

    private static Input read(Map<String, Object> given) {
        return Inputs.read("test", given, Input.class);
    }
}
