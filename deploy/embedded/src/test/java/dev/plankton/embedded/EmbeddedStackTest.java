package dev.plankton.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStackTest {
    @TempDir
    private Path folder;

    @Test
    void startsAllThreeOnLoopbackAndLeavesNoProcessWhenClosed() throws Exception {
        List<String> ready = new ArrayList<>();
        ProcessHandle conductor;
        long postmaster;
        try (EmbeddedStack stack = EmbeddedStack.start(folder, StackConfig.freePorts(), new Listener(ready))) {
            conductor = stack.conductor().process();
            postmaster = postmaster();
            assertThat(status(stack.conductorUrl().resolve("metadata/workflow")))
                    .isEqualTo(200);
            assertThat(StackProcess.isAlive(postmaster)).isTrue();
            assertThat(ready)
                    .containsExactly(
                            "PostgreSQL " + stack.jdbcUrl(),
                            "S3 store " + stack.store().url(),
                            "Conductor " + stack.conductorUrl());
            assertThat(ready).allMatch(line -> line.contains("//127.0.0.1:"));
        }
        assertThat(conductor.isAlive()).isFalse();
        assertThat(StackProcess.isAlive(postmaster)).isFalse();
    }

    @Test
    void leavesNoProcessWhenItsJvmIsToldToEnd() throws Exception {
        StackProcess.Started jvm = StackProcess.start(folder, "all");
        long postmaster = postmaster();
        assertThat(StackProcess.isAlive(jvm.number())).isTrue();

        jvm.process().destroy();
        jvm.process().waitFor();

        assertThat(StackProcess.isAlive(jvm.number())).isFalse();
        assertThat(StackProcess.isAlive(postmaster)).isFalse();
    }

    @Test
    void refusesPortsThatAreNone() {
        assertThatThrownBy(() -> new StackConfig(0, 70_000, 0))
                .hasMessage("The port of the S3 store must be from 0 (any free one) to 65535, not 70000.");
    }

    private long postmaster() throws Exception {
        Path file = folder.resolve("postgres/data/postmaster.pid");
        return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    }

    private static int status(URI url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private record Listener(List<String> ready) implements ProgressListener {
        @Override
        public void starting(String part) {}

        @Override
        public void ready(String part, String address, Duration took) {
            ready.add(part + " " + address);
        }
    }
}
