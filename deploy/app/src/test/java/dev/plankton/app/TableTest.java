package dev.plankton.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void alignsTextLeftAndNumbersRight() {
        Table table = new Table(
                List.of("class", "recall"),
                List.of(List.of("Copepoda", "0.5"), List.of("egg", "0.125"), List.of("x", "")));

        assertThat(table.lines())
                .containsExactly("class     recall", "--------  ------", "Copepoda     0.5", "egg        0.125", "x");
    }

    @Test
    void showsTheColumnsOfAnEmptyAnswer() {
        assertThat(new Table(List.of("a", "bc"), List.of()).lines()).containsExactly("a  bc", "-  --");
    }

    @Test
    void commandsNoTerminal() {
        assertThat(new Table(List.of("class"), List.of(List.of("egg\u001b[2J"))).lines())
                .containsExactly("class", "-------", "egg\uFFFD[2J");
    }
}
