package dev.plankton.runtime.service;

import com.netflix.conductor.common.metadata.tasks.TaskResult;
import dev.plankton.runtime.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Results that Conductor has not taken yet, one file each: they outlive the worker. */
final class UnreportedResults {
    private final Path folder;

    UnreportedResults(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    void keep(TaskResult result) throws IOException {
        Path partial = Files.createTempFile(folder, "result-", ".partial");
        Files.write(partial, Json.write(result));
        Files.move(partial, file(result.getTaskId()), StandardCopyOption.ATOMIC_MOVE);
    }

    void forget(String taskId) throws IOException {
        Files.deleteIfExists(file(taskId));
    }

    List<TaskResult> all() throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        List<TaskResult> results = new ArrayList<>();
        for (Path file : files) {
            results.add(Json.read(Files.readAllBytes(file), TaskResult.class));
        }
        return results;
    }

    private Path file(String taskId) {
        return folder.resolve(taskId + ".json");
    }
}
