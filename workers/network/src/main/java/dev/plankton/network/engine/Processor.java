package dev.plankton.network.engine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's processor as a device. */
public final class Processor {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Processor() {}

    /** @param threads threads that compute */
    public static ComputeDevice device(int threads) {
        return new ComputeDevice("cpu", name(), Optional.empty(), memory(), threads);
    }

    /** Only Linux has this file; elsewhere the name of the architecture is returned. */
    private static String name() {
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    private static long memory() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getTotalMemorySize();
    }
}
