package dev.plankton.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Times training steps and embedding against torchvision's Inception v3, one after the other in one run with the same
 * number of threads, and prints a table. Needs Debian's python3-torch and python3-torchvision (or PYTHON naming a Python
 * that has both).
 */
public final class Main {
    private static final String SCRIPT = "pytorch_child.py";

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        boolean quick = List.of(arguments).contains("--quick");
        int threads = threads(arguments);
        Path script = Files.createTempFile("pytorch", ".py");
        try {
            unpack(script);
            String python = Objects.requireNonNullElse(System.getenv("PYTHON"), "/usr/bin/python3");
            List<Competitor> competitors = List.of(
                    Competitor.network(),
                    Competitor.pytorch(python, script, threads, "contiguous"),
                    Competitor.pytorch(python, script, threads, "channels_last"));
            System.out.printf("%d threads; medians%n%n%s%n", threads, ResultTable.HEADER);
            for (Workload workload : Workload.all(quick)) {
                List<Timing> timings = new ArrayList<>();
                for (Competitor competitor : competitors) {
                    timings.add(competitor.time(workload, threads));
                }
                System.out.println(ResultTable.row(workload, timings));
            }
        } finally {
            Files.delete(script);
        }
    }

    private static int threads(String[] arguments) {
        for (String argument : arguments) {
            if (argument.startsWith("--threads=")) {
                return Integer.parseInt(argument.substring("--threads=".length()));
            }
        }
        return Runtime.getRuntime().availableProcessors();
    }

    private static void unpack(Path script) throws IOException {
        try (InputStream packed = Objects.requireNonNull(Main.class.getResourceAsStream(SCRIPT))) {
            Files.write(script, packed.readAllBytes());
        }
    }
}
