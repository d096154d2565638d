package dev.plankton.benchmarks.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The largest resident sizes and the processor time of the processes of a running system, from Linux's {@code /proc}. */
final class ResidentSizes implements AutoCloseable {
    private static final long PERIOD_MILLIS = 1000;

    /** What a process does. */
    enum Role {
        WORKERS,
        CONDUCTOR,
        DATABASE
    }

    private final ProcessHandle root;
    private final String folder;
    private final Map<Role, Long> peaks = new EnumMap<>(Role.class);
    private final Map<Role, Long> seconds = new EnumMap<>(Role.class);
    private final Thread watch = Thread.ofPlatform().daemon().unstarted(this::watch);

    /**
     * @param root the process that started the others
     * @param folder of the database, whose server does not stay a child of that process
     */
    ResidentSizes(ProcessHandle root, Path folder) {
        this.root = root;
        this.folder = folder.toString();
        watch.start();
    }

    private void watch() {
        try {
            while (!Thread.interrupted()) {
                look();
                Thread.sleep(PERIOD_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        Map<Role, Long> now = new EnumMap<>(Role.class);
        Map<Role, Long> used = new EnumMap<>(Role.class);
        Stream.concat(
                        Stream.of(root),
                        ProcessHandle.allProcesses()
                                .filter(process -> command(process).contains(folder)))
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .distinct()
                .forEach(process -> add(process, now, used));
        now.forEach((role, bytes) -> peaks.merge(role, bytes, Math::max));
        used.forEach((role, time) -> seconds.merge(role, time, Math::max));
    }

    private static void add(ProcessHandle process, Map<Role, Long> sizes, Map<Role, Long> seconds) {
        String command = command(process);
        Role role = command.contains("postgres")
                ? Role.DATABASE
                : command.contains("conductor.properties") ? Role.CONDUCTOR : Role.WORKERS;
        sizes.merge(role, proportional(process.pid()), Long::sum);
        process.info().totalCpuDuration().ifPresent(time -> seconds.merge(role, time.toSeconds(), Long::sum));
    }

    private static String command(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }

    /** Memory that processes share counts in equal parts; 0 if the process has ended. */
    private static long proportional(long pid) {
        try {
            Optional<String> line = Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                    .filter(text -> text.startsWith("Pss:"))
                    .findFirst();
            return line.map(text -> Long.parseLong(text.replaceAll("\\D", "")) << 10)
                    .orElse(0L);
        } catch (IOException e) {
            return 0;
        }
    }

    synchronized long peakMebibytes(Role role) {
        return peaks.getOrDefault(role, 0L) >> 20;
    }

    synchronized long processorSeconds(Role role) {
        return seconds.getOrDefault(role, 0L);
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
