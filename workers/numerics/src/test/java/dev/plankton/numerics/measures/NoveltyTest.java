package dev.plankton.numerics.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NoveltyTest {
    /** A narrow class around 0 and a wide one around 10, on a line; a class without images. */
    private static final LabelledVectors LABELLED =
            new LabelledVectors(new float[][] {{-1}, {1}, {6}, {14}}, new int[] {0, 0, 2, 2}, 3);

    @Test
    void distancesAreToTheNearestCentroidAndRelativeOnesToItsRadius() {
        Novelty novelty = new Novelty(LABELLED, 2);
        float[][] images = {{0}, {4}, {5}, {-3}};
        assertThat(novelty.distances(images)).containsExactly(0, 4, 5, 3);
        // radii 1 and 4: from 4, the wide class is the nearer one, at 6 / 4
        assertThat(novelty.relativeDistances(images)).containsExactly(0, 1.5, 1.25, 3);
        double[] neighbours = novelty.neighbourDistances(images);
        assertThat(neighbours[1]).isCloseTo((2 + 3) / 2.0, within(1e-6));
        assertThat(neighbours[3]).isCloseTo((2 + 4) / 2.0, within(1e-6));
    }

    /** log(e^0 + e^0) = log 2; large outputs do not overflow. */
    @Test
    void energyIsLowWhereAClassIsFavoured() {
        double[] energies = Novelty.energies(new double[][] {{0, 0}, {2, 0}, {1_000, 1_000}});
        assertThat(energies[0]).isCloseTo(-Math.log(2), within(1e-12));
        assertThat(energies[1]).isCloseTo(-Math.log(Math.exp(2) + 1), within(1e-12));
        assertThat(energies[2]).isCloseTo(-1_000 - Math.log(2), within(1e-9));
    }

    @Test
    void aClassOfOneImageIsNearOnlyToItself() {
        Novelty novelty = new Novelty(new LabelledVectors(new float[][] {{0}, {9}, {11}}, new int[] {0, 1, 1}, 2), 1);
        assertThat(novelty.relativeDistances(new float[][] {{0}, {1}})).containsExactly(0, 9);
    }
}
