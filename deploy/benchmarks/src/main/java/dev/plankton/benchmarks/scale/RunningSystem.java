package dev.plankton.benchmarks.scale;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A system that {@code plankton up} started on a folder of its own, and commands to it. */
final class RunningSystem implements AutoCloseable {
    private final Path program;
    private final Path folder;
    private final Process up;

    private RunningSystem(Path program, Path folder, Process up) {
        this.program = program;
        this.folder = folder;
        this.up = up;
    }

    /**
     * Starts a system on an empty folder and waits until it can be used.
     *
     * @param program the script {@code plankton}
     */
    static RunningSystem start(Path program, Path folder) throws IOException {
        Process up = new ProcessBuilder(
                        program.toString(), "up", "--fresh", "--ui", "none", "--data", folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines = new BufferedReader(new InputStreamReader(up.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("Open ")) {
                Thread.ofPlatform().daemon().start(() -> lines.lines().forEach(rest -> {}));
                return new RunningSystem(program, folder, up);
            }
        }
        throw new IOException("the system did not start");
    }

    ProcessHandle process() {
        return up.toHandle();
    }

    /** Runs a command and waits for its end. @return its lines */
    List<String> command(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", folder.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines = out.lines().toList();
        }
        if (process.waitFor() != 0) {
            throw new IOException("%s failed:%n%s".formatted(String.join(" ", words), String.join("\n", lines)));
        }
        return lines;
    }

    /** The one value that a query gives. */
    String value(String query) throws IOException, InterruptedException {
        // The table has its header and a line below it first.
        return command("sql", query).get(2).strip();
    }

    @Override
    public void close() throws InterruptedException {
        end(up);
    }

    /** Ends a process, by force if it takes longer than a minute. */
    static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
    }
}
