package dev.plankton.engine.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.contracts.json.Json;
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
 * The results of finished steps, by the hash of the steps' inputs, in the object store under
 * {@code results/<task type>/<key>.json}. An entry is written after all its artifacts, and only if there is none yet:
 * if two workers finish the same step, the first one wins, and the other one uses its result.
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

    /** The remembered result, if there is one and the bytes of all its artifacts still match their ids. */
    public Optional<Remembered> find(String taskType, String key) throws IOException {
        return find(taskType, key, remembered -> {});
    }

    /** Notes that a result is used, before its artifacts are read. */
    @FunctionalInterface
    public interface Claim {
        void note(Remembered remembered) throws IOException;
    }

    /** The same. @param claim is called first, so that no clean-up deletes the artifacts meanwhile */
    public Optional<Remembered> find(String taskType, String key, Claim claim) throws IOException {
        Optional<Remembered> remembered = read(taskType, key);
        if (remembered.isPresent()) {
            claim.note(remembered.get());
            for (ArtifactId artifact : remembered.get().artifacts()) {
                if (!artifacts.verify(artifact)) {
                    LOGGER.warn("making a result of {} again: artifact {} is damaged or gone", taskType, artifact);
                    return Optional.empty();
                }
            }
        }
        return remembered;
    }

    /** Remembers a result. @return the result that is remembered now: this one, or that of a faster worker */
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
            // The entry or one of its artifacts is damaged or missing: replace it by our result, which has just been
            // published completely.
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
        return StoreKeys.result(taskType, key);
    }
}
