package dev.plankton.pca;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The film: each checkpoint stands still for a second, and the points move on to where the next has them. */
final class Film {
    private static final int FRAMES_PER_SECOND = 15;

    /** Called before each frame; throws when nobody wants the film any more. */
    @FunctionalInterface
    interface CancelCheck {
        void check() throws InterruptedException;
    }

    private Film() {}

    /** Writes the film. @param between frames between two checkpoints; 0 for stills alone */
    static void write(Scene scene, Frames frames, int between, Path file, CancelCheck cancelled)
            throws IOException, InterruptedException {
        List<Checkpoint> checkpoints = scene.checkpoints();
        try (Mp4Writer film = new Mp4Writer(file, Frames.WIDTH, Frames.HEIGHT, FRAMES_PER_SECOND)) {
            for (int index = 0; index < checkpoints.size(); index++) {
                cancelled.check();
                Checkpoint checkpoint = checkpoints.get(index);
                film.add(frames.still(checkpoint, 1), FRAMES_PER_SECOND, true);
                for (int frame = 1; frame <= between && index + 1 < checkpoints.size(); frame++) {
                    cancelled.check();
                    double share = frame / (between + 1.0);
                    // The title changes with the first of them, and traces of the old one would stay.
                    film.add(frames.between(checkpoint, checkpoints.get(index + 1), share), 1, frame == 1);
                }
            }
            film.finish();
        }
    }
}
