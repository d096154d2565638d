package dev.plankton.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures repetitions in a child program and prints them as {@link Timing#parse} reads them. */
final class Stopwatch {
    private static final double NANOS = 1e9;

    private final int warming;
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long wall;
    private long processor;
    private int done;

    /** @param warming how many repetitions at the beginning do not count */
    Stopwatch(int warming) {
        this.warming = warming;
    }

    void start() {
        wall = System.nanoTime();
        processor = system.getProcessCpuTime();
    }

    /** Prints the time since the start; the next repetition starts. */
    void tell() {
        if (++done > warming) {
            System.out.println(
                    (System.nanoTime() - wall) / NANOS + " " + (system.getProcessCpuTime() - processor) / NANOS);
        }
        start();
    }

    /** The largest resident size of this process. */
    static long mebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElse(0);
    }
}
