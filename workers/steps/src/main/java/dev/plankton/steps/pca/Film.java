package dev.plankton.steps.pca;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The film: each checkpoint is shown for one second, then the points move to their places under the next one. */
final class Film {
    private static final int FRAMES_PER_SECOND = 15;

    /** Called before each frame; throws if the step was cancelled. */
    @FunctionalInterface
    interface CancelCheck {
        void check() throws InterruptedException;
    }

    private Film() {}

    /**
     * Writes the film.
     *
     * @param between frames between two checkpoints; 0 shows only stills
     * @param turn degrees by which the view turns from one checkpoint to the next; 0 keeps the view fixed
     */
    static void write(Scene scene, Frames frames, int between, int turn, Path file, CancelCheck cancelled)
            throws IOException, InterruptedException {
        List<Checkpoint> checkpoints = scene.checkpoints();
        double step = turn / (double) (FRAMES_PER_SECOND + between);
        double degrees = 0;
        try (Mp4Writer film = new Mp4Writer(file, Frames.WIDTH, Frames.HEIGHT, FRAMES_PER_SECOND)) {
            for (int index = 0; index < checkpoints.size(); index++) {
                Checkpoint checkpoint = checkpoints.get(index);
                int drawings = turn == 0 ? 1 : FRAMES_PER_SECOND;
                for (int frame = 0; frame < drawings; frame++, degrees += step) {
                    cancelled.check();
                    film.add(frames.at(checkpoint, degrees), FRAMES_PER_SECOND / drawings, frame == 0);
                }
                for (int frame = 1; frame <= between && index + 1 < checkpoints.size(); frame++, degrees += step) {
                    cancelled.check();
                    double share = frame / (between + 1.0);
                    // The title changes with the first of these frames; otherwise traces of the old title would remain.
                    film.add(frames.between(checkpoint, checkpoints.get(index + 1), share, degrees), 1, frame == 1);
                }
            }
            film.finish();
        }
    }
}
