package dev.plankton.runtime.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.plankton.runtime.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finished steps by the hash of their inputs, in the object store under {@code results/<task type>/<key>.json}. The
 * entry is written after all its artifacts and only if none is there: the first of two workers that finish the same
 * step wins, and the other takes over its result.
 */
public final class ResultMemory {

    /**
     * @param output the step's output
     * @param artifacts what the step published
     */
    public record Remembered(Map<String, Object> output, List<ArtifactId> artifacts) {
        public Remembered {
            artifacts = List.copyOf(artifacts);
        }
    }

    private static final Logger LOGGER = LoggerFactory.getLogger(ResultMemory.class);

    private final S3ObjectStore objects;
    private final ArtifactStore artifacts;
    private final Path folder;

    public ResultMemory(S3ObjectStore objects, ArtifactStore artifacts, Path folder) throws IOException {
        this.objects = objects;
        this.artifacts = artifacts;
        this.folder = Files.createDirectories(folder);
    }

    /** The result, if it is remembered and every artifact still has the bytes that its id promises. */
    public Optional<Remembered> find(String taskType, String key) throws IOException {
        Optional<Remembered> remembered = read(taskType, key);
        if (remembered.isPresent()) {
            for (ArtifactId artifact : remembered.get().artifacts()) {
                if (!artifacts.verify(artifact)) {
                    LOGGER.warn("a result of {} lost its artifact {}; it is made again", taskType, artifact);
                    return Optional.empty();
                }
            }
        }
        return remembered;
    }

    /** Remembers a result. @return the result that stands: this one, or that of a worker that was faster */
    public Remembered remember(String taskType, String key, Remembered result) throws IOException {
        Path file = Files.createTempFile(folder, "result-", ".json");
        try {
            Files.write(file, Json.write(result));
            if (objects.putIfAbsent(object(taskType, key), file, "application/json")) {
                return result;
            }
            Optional<Remembered> standing = find(taskType, key);
            if (standing.isPresent()) {
                return standing.get();
            }
            // The standing one is damaged or has lost an artifact: replace it by ours, which has just been published
            // whole.
            objects.put(object(taskType, key), file, "application/json");
            return result;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Optional<Remembered> read(String taskType, String key) throws IOException {
        try (InputStream in = objects.open(object(taskType, key))) {
            return Optional.of(Json.read(in.readAllBytes(), Remembered.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            LOGGER.warn("the remembered result {} is damaged: {}", object(taskType, key), e.getOriginalMessage());
            return Optional.empty();
        }
    }

    private static String object(String taskType, String key) {
        return "results/%s/%s.json".formatted(taskType, key);
    }
}
