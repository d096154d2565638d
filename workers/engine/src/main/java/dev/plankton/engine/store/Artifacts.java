package dev.plankton.engine.store;

import dev.plankton.contracts.ids.ArtifactId;
import java.io.IOException;
import java.nio.file.Path;

/** Content-addressed, immutable files: written once, found by digest, verified whenever they are read. */
public interface Artifacts {

    /** Uploads the file unless the store has it, and records its kind and lineage. */
    ArtifactId publish(String kind, Path file) throws IOException, InterruptedException;

    /** Publishes a value as JSON. */
    ArtifactId publishJson(String kind, Object value) throws IOException, InterruptedException;

    /**
     * Downloads an artifact into a file whose name is its id, or finds it in the local cache. The file stays until the
     * attempt at the step ends, or until it was released as often as it was fetched.
     *
     * @return a read-only file, shared with other steps: neither change nor delete it
     * @throws dev.plankton.contracts.BadInputException if no such artifact exists
     * @throws DamagedArtifactException if the digest of its bytes is not its id
     */
    Path fetch(ArtifactId id) throws IOException, InterruptedException;

    /**
     * Says that the step no longer needs a file that it has fetched; who fetched it twice releases it twice. For steps
     * that go through many files, which would otherwise all lie on the disk until the attempt ends.
     */
    default void release(ArtifactId id) throws IOException {}

    /** Records an artifact as an input of this step, as {@link #fetch} does, when its content is already known. */
    void uses(ArtifactId id);

    /** Reads an artifact that {@link #publishJson} wrote; nothing is left to release. */
    <T> T fetchJson(ArtifactId id, Class<T> type) throws IOException, InterruptedException;
}
