package dev.plankton.local.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Holds steps of some types in the middle of their work until a fault has happened. It uses files that the test shares
 * with its workers.
 */
final class Holds {
    private static final String HOLD = ".hold";
    private static final String HELD = ".held-";
    private static final String DONE = ".done";
    private static final String STUBBORN = "stubborn";
    private static final long LOOK_EVERY_MILLIS = 20;

    private final Path folder;

    Holds(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Names the moment when a step of the type has done everything but to report its result. */
    static String done(String taskType) {
        return taskType + DONE;
    }

    /** Steps of the type wait from now on. */
    void hold(String taskType) throws IOException {
        Files.writeString(folder.resolve(taskType + HOLD), "");
    }

    /** Steps of the type wait from now on, and ignore their cancellation as well. */
    void makeStubborn(String taskType) throws IOException {
        Files.writeString(folder.resolve(taskType + HOLD), STUBBORN);
    }

    /** Steps of the type go on. */
    void release(String taskType) throws IOException {
        Files.deleteIfExists(folder.resolve(taskType + HOLD));
    }

    /** How many attempts at steps of the type have waited so far. */
    long held(String taskType) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(taskType + HELD))
                    .count();
        }
    }

    /** For the worker: waits if steps of the type are to wait. */
    void await(String taskType) throws IOException, InterruptedException {
        Path hold = folder.resolve(taskType + HOLD);
        if (Files.exists(hold)) {
            Files.createFile(folder.resolve(taskType + HELD + UUID.randomUUID()));
            while (Files.exists(hold)) {
                sleep(hold);
            }
        }
    }

    private static void sleep(Path hold) throws IOException, InterruptedException {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            if (!Files.exists(hold) || !Files.readString(hold).equals(STUBBORN)) {
                throw e;
            }
        }
    }

    void forget() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
