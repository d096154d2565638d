package dev.plankton.engine.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.netflix.conductor.common.metadata.tasks.TaskResult;
import dev.plankton.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Results that Conductor has not accepted yet, one file for each. They remain after the worker has ended. */
final class UnreportedResults {
    private static final Logger LOGGER = LoggerFactory.getLogger(UnreportedResults.class);

    private final Path folder;

    UnreportedResults(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    void keep(TaskResult result) throws IOException {
        Path partial = Files.createTempFile(folder, "result-", ".partial");
        try {
            Files.write(partial, Json.write(result));
            Files.move(partial, file(result.getTaskId()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
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
            try {
                results.add(Json.read(Files.readAllBytes(file), TaskResult.class));
            } catch (JsonProcessingException e) {
                LOGGER.warn("ignoring {}, which does not hold a result: {}", file, e.getOriginalMessage());
            } catch (NoSuchFileException e) {
                LOGGER.debug("{} was reported meanwhile", file);
            }
        }
        return results;
    }

    private Path file(String taskId) {
        return folder.resolve(taskId + ".json");
    }
}
