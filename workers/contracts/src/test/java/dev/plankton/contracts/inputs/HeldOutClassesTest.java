package dev.plankton.contracts.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldOutClassesTest {

    @Test
    void everyFormIsReadAndWrittenBack() {
        assertThat(HeldOutClasses.parse("none")).isEqualTo(new HeldOutClasses.None());
        assertThat(HeldOutClasses.parse("0")).isEqualTo(new HeldOutClasses.None());
        assertThat(HeldOutClasses.parse(" 10 ")).isEqualTo(new HeldOutClasses.Count(10));
        assertThat(HeldOutClasses.parse("0.25")).isEqualTo(new HeldOutClasses.Fraction(0.25));
        assertThat(HeldOutClasses.parse("copepod, egg")).isEqualTo(new HeldOutClasses.Named(List.of("copepod", "egg")));
        assertThat(HeldOutClasses.parse("[\"copepod, small\"]"))
                .isEqualTo(new HeldOutClasses.Named(List.of("copepod, small")));
        for (String text : List.of("none", "7", "0.5", "[\"a\",\"b, c\"]")) {
            assertThat(HeldOutClasses.parse(text).written()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,,b", "[", "[1]", "[]", "[\"\"]"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> HeldOutClasses.parse(text))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("a number of classes, a fraction of them below 1");
    }
}
