package dev.plankton.steps.pca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FilmTest {
    @TempDir
    Path folder;

    private static final Checkpoint FIRST =
            new Checkpoint(0, 0, 0.5, new double[][] {{1, 2, 3}, {-1, 0, 2}, {0.5, 1, -2}});
    private static final Checkpoint LAST =
            new Checkpoint(1, 0.01, 0.6, new double[][] {{2, 1, 3}, {-2, 0, 1}, {0.5, 2, -1}});
    private static final Scene SCENE = new Scene(
            List.of("copepod", "egg"), new int[] {0, 1, 1}, new double[] {0.5, 0.3, 0.1}, true, List.of(FIRST, LAST));

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 0", "0, 30", "4, 30"})
    void lastsASecondForEachCheckpointAndTheWayBetween(int between, int turn) throws IOException, InterruptedException {
        Path film = folder.resolve("film.mp4");

        Film.write(SCENE, new Frames(SCENE), between, turn, film, () -> {});

        assertThat(DecodedFilm.read(film).lumaInTheMiddle()).hasSize(2 * 15 + between);
    }

    @Test
    void theViewTurnsWhileACheckpointStands() throws IOException, InterruptedException {
        Path still = folder.resolve("still.mp4");
        Path turning = folder.resolve("turning.mp4");
        Film.write(SCENE, new Frames(SCENE), 0, 0, still, () -> {});
        Film.write(SCENE, new Frames(SCENE), 0, 90, turning, () -> {});

        assertThat(Files.size(turning)).isGreaterThan(2 * Files.size(still));
    }
}
