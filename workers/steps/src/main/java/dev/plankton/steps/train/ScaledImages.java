package dev.plankton.steps.train;

import dev.plankton.contracts.ids.ArtifactId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps the scaled images of the training set that this process trained with last, so that the rounds of a run scale
 * them once. It keeps one file, of side squared bytes for each image, until the process ends or trains with another set.
 */
final class ScaledImages {
    /** What decides the content of the file. */
    record Key(ArtifactId dataset, ArtifactId trainingSet, int side) {}

    /** Scales the images into a new file. */
    @FunctionalInterface
    interface Scaling {
        ImageFile into(Path file) throws IOException, InterruptedException;
    }

    private record Kept(Key key, ImageFile images) {}

    private Optional<Kept> kept = Optional.empty();

    /** The images of an earlier round; empty if that trained with another set. */
    synchronized Optional<ImageFile> find(Key key) {
        return kept.filter(found -> found.key().equals(key)).map(Kept::images);
    }

    /** Scales images and keeps them for the next round, in place of those of an earlier set. */
    synchronized ImageFile scale(Key key, Path folder, Scaling scaling) throws IOException, InterruptedException {
        if (kept.isPresent()) {
            kept.get().images().close();
            kept = Optional.empty();
        }
        Path file = folder.resolve("scaled-images");
        Files.deleteIfExists(file);
        ImageFile images = scaling.into(file);
        kept = Optional.of(new Kept(key, images));
        return images;
    }
}
