package dev.plankton.benchmarks.scale;

import dev.plankton.benchmarks.scale.ResidentSizes.Role;
import dev.plankton.engine.service.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Imports, preprocesses and splits drawn uploads of growing size, each in a system of its own, and prints what it took.
 * With the word {@code embedding} it also trains and analyses.
 */
public final class ScaleBenchmark {
    private static final List<Integer> USUAL = List.of(25_000, 100_000);

    private final Path program;
    private final Path folder;

    /**
     * @param program the script {@code plankton}
     * @param folder an empty folder with room for four times the images
     */
    public ScaleBenchmark(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** @param words numbers of images, and {@code embedding} */
    public void run(List<String> words) throws IOException, InterruptedException {
        List<Integer> sizes = DrawnTar.sizes(words);
        String workflow = words.contains("embedding") ? "plankton_embedding" : "plankton_dataset";
        System.out.println(
                "| images | put s | run s | images/s | seconds of steps | workers MiB | Conductor MiB | database MiB"
                        + " | CPU s of workers, Conductor, database | store MB | database MB |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        for (int images : sizes.isEmpty() ? USUAL : sizes) {
            Path tar = folder.resolve("drawn.tar");
            DrawnTar.write(tar, images);
            measure(workflow, images, tar);
            Files.delete(tar);
        }
    }

    private void measure(String workflow, int images, Path tar) throws IOException, InterruptedException {
        Path data = Files.createDirectory(folder.resolve("data"));
        try (RunningSystem system = RunningSystem.start(program, data);
                ResidentSizes sizes = new ResidentSizes(system.process(), data)) {
            long start = System.nanoTime();
            system.command("put", tar.toString(), DrawnTar.DATASET);
            long put = System.nanoTime();
            List<String> run = new ArrayList<>(List.of("run", workflow));
            run.addAll(DrawnTar.INPUTS);
            if (!workflow.equals("plankton_dataset")) {
                run.add("preset=recommended");
            }
            system.command(run.toArray(String[]::new));
            double seconds = (System.nanoTime() - put) / 1e9;
            System.out.println(Stream.of(
                            grouped(images),
                            grouped(Math.round((put - start) / 1e9)),
                            grouped(Math.round(seconds)),
                            grouped(Math.round(images / seconds)),
                            steps(system),
                            grouped(sizes.peakMebibytes(Role.WORKERS)),
                            grouped(sizes.peakMebibytes(Role.CONDUCTOR)),
                            grouped(sizes.peakMebibytes(Role.DATABASE)),
                            Stream.of(Role.values())
                                    .map(role -> grouped(sizes.processorSeconds(role)))
                                    .reduce((one, other) -> one + ", " + other)
                                    .orElse(""),
                            system.value("select round(sum(bytes) / 1000000) as mb from history.artifact"),
                            system.value("select pg_database_size(current_database()) / 1000000 as mb"))
                    .reduce("|", (row, cell) -> row + " " + cell + " |"));
        }
        Folders.delete(data);
    }

    /** From the first start to the last end of each kind of step. */
    private static String steps(RunningSystem system) throws IOException, InterruptedException {
        return Objects.requireNonNull(system.value("""
                        select string_agg(replace(task_type, 'plankton_', '') || ' ' || seconds, ', ' order by started)
                        from (select task_type,
                                     min(started_at)                                                  as started,
                                     round(extract(epoch from max(ended_at) - min(started_at)))::text as seconds
                              from history.step_attempt
                              group by task_type) kind
                        """.replaceAll("\\s+", " ")));
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
