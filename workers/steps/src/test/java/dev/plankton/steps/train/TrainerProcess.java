package dev.plankton.steps.train;

import dev.plankton.contracts.json.Json;
import dev.plankton.contracts.tasks.TrainTask;
import dev.plankton.db.rows.ProgressRow;
import dev.plankton.engine.store.S3ObjectStore;
import dev.plankton.engine.store.StoreConfig;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.engine.testing.RecordedHistory;
import dev.plankton.network.engine.Engines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A JVM of its own that trains a round, with a real S3 store for its snapshots, and prints what it has done. */
final class TrainerProcess implements AutoCloseable {
    private static final String STEP = "step ";
    private static final String CHECKPOINT = "checkpoint ";

    private final Process process;
    private final BufferedReader out;

    private TrainerProcess(Process process) {
        this.process = process;
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The folder of the artifacts, the input as JSON, the store's address and keys, and the step to wait behind. */
    public static void main(String[] arguments) throws Exception {
        StoreConfig store = new StoreConfig(URI.create(arguments[2]), arguments[3], arguments[4], arguments[5]);
        int wait = Integer.parseInt(arguments[6]);
        TrainTask.Input input = Json.read(arguments[1].getBytes(StandardCharsets.UTF_8), TrainTask.Input.class);
        RecordedHistory history = new RecordedHistory() {
            @Override
            public void holds(Record told) {
                super.holds(told);
                if (told instanceof ProgressRow row) {
                    System.out.println(STEP + row.step());
                    if (row.step() == wait) {
                        sleepForever();
                    }
                }
            }
        };
        try (S3ObjectStore objects = new S3ObjectStore(store)) {
            LocalContext context = new LocalContext(Path.of(arguments[0]), objects, history);
            TrainTask.Output output =
                    context.run(new TrainStep(Engines.load(), new TrainConfig(0, 3), new TickingClock()), input);
            System.out.println(CHECKPOINT + output.checkpoint());
        }
    }

    private static void sleepForever() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param wait the step behind which the trainer does nothing more, so that whoever wants to kill it is in time */
    static TrainerProcess start(Path folder, TrainTask.Input input, StoreConfig store, int wait) throws IOException {
        return new TrainerProcess(new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TrainerProcess.class.getName(),
                        folder.toString(),
                        Json.text(input),
                        store.url().toString(),
                        store.bucket(),
                        store.accessKey(),
                        store.secretKey(),
                        Integer.toString(wait)))
                .redirectError(ProcessBuilder.Redirect.to(
                        Files.createTempFile(folder, "trainer-", ".log").toFile()))
                .start());
    }

    /** The number of the next step that the trainer has done. */
    int nextStep() throws IOException {
        return Integer.parseInt(next(STEP));
    }

    /** The id of the checkpoint that it ends with. */
    String checkpoint() throws IOException {
        return next(CHECKPOINT);
    }

    private String next(String kind) throws IOException {
        String line;
        do {
            line = Objects.requireNonNull(out.readLine(), "the trainer has ended; see its log");
        } while (!line.startsWith(kind));
        return line.substring(kind.length());
    }

    /** Ends the process at once, whatever it is doing. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        out.close();
    }
}
