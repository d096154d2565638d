package dev.plankton.network.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.ids.ArtifactId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureTableTest {
    private static final ArtifactId DATASET = new ArtifactId("ab".repeat(32));

    @TempDir
    Path folder;

    private static FeatureTable drawn(int images) {
        SplittableRandom random = new SplittableRandom(images);
        float[][] rows = new float[images][3];
        for (float[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) random.nextDouble();
            }
        }
        return new FeatureTable(DATASET, rows);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1023, 1024, 1025, 3000})
    void comesBackAsItWas(int images) throws IOException {
        FeatureTable table = drawn(images);
        table.write(folder.resolve("table"));
        table.write(folder.resolve("again"));

        FeatureTable read = FeatureTable.read(folder.resolve("table"));
        assertThat(read.dataset()).isEqualTo(DATASET);
        assertThat(read.rows()).isDeepEqualTo(table.rows());
        assertThat(folder.resolve("again")).hasSameBinaryContentAs(folder.resolve("table"));
    }

    @Test
    void isRefusedIfRowsAreMissing() throws IOException {
        Path file = folder.resolve("table");
        new FloatArchive(
                        "features.json",
                        "{\"dataset\":\"%s\",\"images\":3,\"features\":2}".formatted(DATASET),
                        Map.of("rows/000000000", new float[] {1, 2, 3, 4}))
                .write(file);
        assertThatThrownBy(() -> FeatureTable.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("is not a table of features: it has 2 rows, but its settings say 3");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3})
    void isRefusedIfItsNumbersAreNoRows(int features) throws IOException {
        Path file = folder.resolve("table");
        new FloatArchive(
                        "features.json",
                        "{\"dataset\":\"%s\",\"images\":2,\"features\":%d}".formatted(DATASET, features),
                        Map.of("rows/000000000", new float[] {1, 2, 3, 4}))
                .write(file);
        assertThatThrownBy(() -> FeatureTable.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("4 numbers cannot be divided into rows of %d features".formatted(features));
    }

    @Test
    void anotherFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("table"), "no table");
        assertThatThrownBy(() -> FeatureTable.read(file)).isInstanceOf(IOException.class);
    }
}
