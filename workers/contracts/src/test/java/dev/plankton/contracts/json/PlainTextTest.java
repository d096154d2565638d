package dev.plankton.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void leavesTextAsItIs() {
        String text = "Copépode\tN° 3\n\uD83E\uDD90";
        assertThat(PlainText.of(text)).isSameAs(text);
    }

    @Test
    void replacesWhatCannotBeStoredOrCommandsATerminal() {
        assertThat(PlainText.of("a\0b\u001b[2J\u0085c\uD83Ed")).isEqualTo("a\uFFFDb\uFFFD[2J\uFFFDc\uFFFDd");
    }

    @Test
    void alsoInMapsAndLists() {
        assertThat(PlainText.in(Map.of("k\0", List.of("a\0", 1, Map.of("in\0ner", "b\0")), "n", true)))
                .isEqualTo(Map.of("k\uFFFD", List.of("a\uFFFD", 1, Map.of("in\uFFFDner", "b\uFFFD")), "n", true));
    }
}
