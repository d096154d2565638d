package dev.plankton.steps.classifier.measures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Split;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassCentroidsTest {

    @Test
    void distancesLieBetweenTheMeansOfTheClasses() {
        EmbeddingTable table = new EmbeddingTable(
                List.of("a", "b", "c"),
                List.of("copepod", "egg", "none"),
                new int[] {0, 1, 0},
                Collections.nCopies(3, Split.TRAIN).toArray(Split[]::new),
                new float[][] {{1, 1}, {5, 7}, {3, 5}}); // means (2, 3), (5, 7)

        double[][] distances = ClassCentroids.distances(table);

        assertThat(distances[0][1]).isEqualTo(5);
        assertThat(distances[1][0]).isEqualTo(5);
        assertThat(distances[0][0]).isZero();
        assertThat(distances[2][1]).isEqualTo(Math.sqrt(74));
    }
}
