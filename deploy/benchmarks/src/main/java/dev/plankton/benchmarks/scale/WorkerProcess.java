package dev.plankton.benchmarks.scale;

import dev.plankton.app.StackState;
import dev.plankton.app.container.Main;
import dev.plankton.embedded.EmbeddedConductor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A worker process beside a running system, as a container of workers is one. Closing ends it. */
final class WorkerProcess implements AutoCloseable {
    private final Process process;

    private WorkerProcess(Process process) {
        this.process = process;
    }

    /**
     * @param state of the system whose tasks it takes
     * @param folder its own
     * @param domain the task domain that it serves
     * @param threads how many tasks it works on at once
     */
    static WorkerProcess start(StackState state, Path folder, String domain, int threads) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:MaxRAMPercentage=17",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "workers");
        builder.environment().putAll(environment(state, folder, domain, threads));
        return new WorkerProcess(builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    private static Map<String, String> environment(StackState state, Path folder, String domain, int threads) {
        return Map.ofEntries(
                Map.entry("PLANKTON_CONDUCTOR_URL", state.conductor()),
                Map.entry("PLANKTON_CONDUCTOR_SCHEMA", EmbeddedConductor.SCHEMA),
                Map.entry("PLANKTON_STORE_URL", state.store()),
                Map.entry("PLANKTON_STORE_BUCKET", state.bucket()),
                Map.entry("PLANKTON_STORE_ACCESS_KEY", state.accessKey()),
                Map.entry("PLANKTON_STORE_SECRET_KEY", state.secretKey()),
                Map.entry("PLANKTON_DATABASE_URL", state.jdbcUrl()),
                Map.entry("PLANKTON_DATABASE_USER", state.user()),
                Map.entry("PLANKTON_DATABASE_PASSWORD", state.password()),
                Map.entry("PLANKTON_STATE_FOLDER", folder.toString()),
                Map.entry("PLANKTON_TASK_DOMAIN", domain),
                Map.entry("PLANKTON_THREADS", Integer.toString(threads)));
    }

    /** The processor time since its start. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        try {
            RunningSystem.end(process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
