package dev.plankton.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.embedded.EmbeddedStack;
import dev.plankton.embedded.ProgressListener;
import dev.plankton.embedded.StackConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrarTest {
    private EmbeddedStack stack;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        stack = EmbeddedStack.start(folder, StackConfig.freePorts(), ProgressListener.silent());
    }

    @AfterAll
    void stop() throws IOException {
        stack.close();
    }

    @Test
    void registersOnceAndThenOnlyWhatChanged() throws IOException, InterruptedException {
        List<String> first = new Registrar(stack.conductorUrl()).register();
        assertThat(first).hasSize(20).allMatch(line -> line.contains("created"));

        List<String> second = new Registrar(stack.conductorUrl()).register();
        assertThat(second).hasSize(20).allMatch(line -> line.contains("unchanged"));
    }
}
