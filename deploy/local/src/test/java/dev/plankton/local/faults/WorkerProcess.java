package dev.plankton.local.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@link HeldWorkers} as a process that can be killed, stopped, and kept from writing files. */
final class WorkerProcess {
    private static final long TO_STOP_SECONDS = 20;

    private final Process process;

    private WorkerProcess(Process process) {
        this.process = process;
    }

    static WorkerProcess start(Map<String, String> environment, Path log) throws IOException {
        return start(List.of(), environment, log);
    }

    /** @param before what to put before its command; it must become the same process */
    static WorkerProcess start(List<String> before, Map<String, String> environment, Path log) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Dorg.bytedeco.javacpp.logger=slf4j",
                "-cp",
                System.getProperty("java.class.path"),
                HeldWorkers.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("OMP_NUM_THREADS", "1"); // the number of threads affects rounding errors
        builder.environment().putAll(environment);
        return new WorkerProcess(builder.start());
    }

    long pid() {
        return process.pid();
    }

    /** Ends it at once, as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to stop, as an operator would, and waits until it has. */
    void terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(TO_STOP_SECONDS, TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("the worker did not stop within %d s of TERM".formatted(TO_STOP_SECONDS));
        }
    }

    /** Lets its writes to files fail, as on a full disk, or succeed again. */
    void fillDisk(boolean full) throws IOException, InterruptedException {
        Process limit = new ProcessBuilder(
                        "prlimit",
                        "--pid",
                        Long.toString(process.pid()),
                        "--fsize=" + (full ? "0" : "unlimited") + ":unlimited")
                .inheritIO()
                .start();
        if (limit.waitFor() != 0) {
            throw new IOException("prlimit cannot change the limits of the worker");
        }
    }
}
