package dev.plankton.steps.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", "–", "0", "12", "1,234", "1,234.5", ".5", "-0.25", "−3", "+7", "1e-7", "2.5E+3", "63.9 %",
                "7%", " 5 "
            })
    void numbersAreNumbers(String cell) {
        assertThat(Text.isNumber(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"copepod", "5.", ",", "-,", "1.2.3", "1 2", "%", "e5", "12 images", "--1"})
    void textIsNoNumber(String cell) {
        assertThat(Text.isNumber(cell)).isFalse();
    }

    @Test
    void aLongCellIsReadOnce() {
        String cell = "1".repeat(300_000) + "x";
        assertThat(Assertions.<Boolean>assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Text.isNumber(cell)))
                .isFalse();
    }
}
