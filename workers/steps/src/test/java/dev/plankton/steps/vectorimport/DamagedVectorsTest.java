package dev.plankton.steps.vectorimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.EmbeddingFile;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.network.testing.Damage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files with changed, missing or repeated bytes: each is refused as bad input, or gives a whole table. */
class DamagedVectorsTest {
    private static final int INPUTS = 100;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    private final VectorReader reader = new VectorReader(Limits.DEFAULT);
    private final VectorChecks checks = new VectorChecks(Uploads.NAME, Limits.DEFAULT);

    private interface Reading {
        List<UploadedVector> rows() throws IOException;
    }

    @Test
    void parquet() throws Exception {
        Path sound = folder.resolve("sound.parquet");
        EmbeddingFile.write(Uploads.table(), sound);
        Path file = folder.resolve("given.parquet");
        int refused = 0;
        for (byte[] damaged : Damage.copies(Files.readAllBytes(sound), INPUTS)) {
            Files.write(file, damaged);
            refused += refuses(() -> reader.parquet(file, "given.parquet"), true) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(INPUTS / 2);
    }

    @Test
    void npy() throws Exception {
        Path table = Files.writeString(folder.resolve("given.csv"), Uploads.csv());
        Path matrix = folder.resolve("given.npy");
        int refused = 0;
        for (byte[] damaged : Damage.copies(Uploads.goodNpy(), INPUTS)) {
            Files.write(matrix, damaged);
            refused += refuses(() -> reader.npy(matrix, "given.npy", table, "given.csv"), false) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(INPUTS / 3);
    }

    @Test
    void csv() throws Exception {
        Path matrix = Files.write(folder.resolve("given.npy"), Uploads.goodNpy());
        Path table = folder.resolve("given.csv");
        int refused = 0;
        for (byte[] damaged : Damage.copies(Uploads.csv().getBytes(StandardCharsets.UTF_8), INPUTS)) {
            Files.write(table, damaged);
            refused += refuses(() -> reader.npy(matrix, "given.npy", table, "given.csv"), false) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(INPUTS / 3);
    }

    /**
     * Reads a damaged file; anything but a refusal or a whole table fails the test.
     *
     * @param exact whether checksums must have kept every vector as it was
     */
    private boolean refuses(Reading reading, boolean exact) {
        long start = System.nanoTime();
        try {
            EmbeddingTable table = checks.table(reading.rows());
            assertThat(table.size()).isEqualTo(Uploads.table().size());
            for (float[] vector : table.vectors()) {
                assertThat(vector).hasSize(3);
            }
            if (exact) {
                assertThat(table.images()).isEqualTo(Uploads.table().images());
                assertThat(table.labels()).isEqualTo(Uploads.table().labels());
                assertThat(table.vectors()).isDeepEqualTo(Uploads.table().vectors());
            }
            return false;
        } catch (BadInputException e) {
            assertThat(e.mistakes()).allSatisfy(sentence -> assertThat(sentence).endsWith("."));
            return true;
        } catch (Exception | Error e) {
            return fail("neither read nor refused", e);
        } finally {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
        }
    }
}
