package dev.plankton.benchmarks.scale;

import dev.plankton.app.DataFolder;
import dev.plankton.app.StackState;
import dev.plankton.app.Trouble;
import dev.plankton.engine.service.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Preprocesses drawn uploads by one worker process and by as many as there are cores, and prints what it took. All
 * processes together work on as many tasks at once as there are cores, so equal figures mean that a second process
 * costs nothing.
 */
public final class ProcessesBenchmark {
    private static final int USUAL = 100_000;
    private static final String DOMAIN = "processes";

    private final Path program;
    private final Path folder;
    private final int cores;

    /**
     * @param program the script {@code plankton}
     * @param folder an empty folder with room for four times the images
     */
    public ProcessesBenchmark(Path program, Path folder, int cores) {
        this.program = program;
        this.folder = folder;
        this.cores = cores;
    }

    /** @param words a number of images, or the usual one */
    public void run(List<String> words) throws IOException, InterruptedException, Trouble {
        int images = DrawnTar.sizes(words).stream().findFirst().orElse(USUAL);
        System.out.println(
                "| images | worker processes | tasks of each at once | preprocess s | images/s | CPU s of workers"
                        + " | images per CPU s |");
        System.out.println("|---|---|---|---|---|---|---|");
        Path tar = folder.resolve("drawn.tar");
        DrawnTar.write(tar, images);
        measure(images, tar, 1);
        measure(images, tar, cores);
        Files.delete(tar);
    }

    private void measure(int images, Path tar, int processes) throws IOException, InterruptedException, Trouble {
        Path data = Files.createDirectory(folder.resolve("data"));
        int tasks = Math.max(1, cores / processes);
        try (RunningSystem system = RunningSystem.start(program, data)) {
            system.command("put", tar.toString(), DrawnTar.DATASET);
            StackState state = StackState.find(new DataFolder(data)).orElseThrow();
            List<WorkerProcess> workers = new ArrayList<>();
            try {
                for (int process = 0; process < processes; process++) {
                    workers.add(WorkerProcess.start(state, folder.resolve("worker-" + process), DOMAIN, tasks));
                }
                List<String> run = new ArrayList<>(List.of("run", "plankton_dataset"));
                run.addAll(DrawnTar.INPUTS);
                run.addAll(List.of("--domain", "plankton_preprocess=" + DOMAIN));
                system.command(run.toArray(String[]::new));
                double seconds = Double.parseDouble(system.value(
                        "select round(extract(epoch from max(ended_at) - min(started_at))::numeric, 1) as s"
                                + " from history.step_attempt where task_type = 'plankton_preprocess'"));
                double processorSeconds = workers.stream()
                                .map(WorkerProcess::processorTime)
                                .reduce(Duration.ZERO, Duration::plus)
                                .toMillis()
                        / 1e3;
                System.out.printf(
                        Locale.ROOT,
                        "| %,d | %d | %d | %.1f | %.0f | %.1f | %.0f |%n",
                        images,
                        processes,
                        tasks,
                        seconds,
                        images / seconds,
                        processorSeconds,
                        images / processorSeconds);
            } finally {
                workers.forEach(WorkerProcess::close);
            }
        }
        Folders.delete(data);
        for (int process = 0; process < processes; process++) {
            Folders.delete(folder.resolve("worker-" + process));
        }
    }
}
