package dev.plankton.engine.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.BadInputException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void areOneLineOfBoundedLength() {
        assertThat(Sentences.of(new IOException("first\n  second"))).isEqualTo("first second");
        assertThat(Sentences.of(new IOException("x".repeat(9_000))))
                .hasSize(500)
                .endsWith("…");
        assertThat(Sentences.of(new IOException())).isEqualTo("java.io.IOException");
    }

    @Test
    void giveEveryMistakeOrSayHowManyMoreThereAre() {
        assertThat(Sentences.reason(List.of("side is 1.", "seed is -1."))).isEqualTo("side is 1. seed is -1.");

        String mistake = "margin is -1; it must be a number above 0. ".repeat(5).strip();
        List<String> many = Collections.nCopies(4, mistake);
        assertThat(Sentences.reason(many))
                .isEqualTo(mistake + " " + mistake + " (2 more: see the task's output.)")
                .hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void nameTheKindOfAMistakeInTheProgram() {
        assertThat(Sentences.of(new IllegalStateException("no batch"))).isEqualTo("IllegalStateException: no batch");
    }

    @Test
    void sayHowToMendALackOfMemory() {
        assertThat(Sentences.of(new OutOfMemoryError("Java heap space")))
                .startsWith("The worker ran out of memory (Java heap space;")
                .contains("-Xmx");
    }

    @Test
    void holdNothingThatADatabaseRefusesOrATerminalObeys() {
        assertThat(Sentences.mistakes(new BadInputException("Class 'a\0b' is empty\u001b[2J.")))
                .containsExactly("Class 'a\uFFFDb' is empty\uFFFD[2J.");
    }
}
