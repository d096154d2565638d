package dev.plankton.engine.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
    void nameTheKindOfAMistakeInTheProgram() {
        assertThat(Sentences.of(new IllegalStateException("no batch"))).isEqualTo("IllegalStateException: no batch");
    }

    @Test
    void sayHowToMendALackOfMemory() {
        assertThat(Sentences.of(new OutOfMemoryError("Java heap space")))
                .startsWith("The worker ran out of memory (Java heap space;")
                .contains("-Xmx");
    }
}
