package dev.plankton.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which results agree, so that their times count. */
class ResultsTest {
    private static final double[] HEIGHTS = {0.5, 1e-7, 12};

    @Test
    void resultsThatAgreeButForRoundingAreTheSame() {
        assertThat(Results.difference(HEIGHTS, new double[] {0.5 + 1e-12, 1e-7, 12}, 1e-9))
                .isEmpty();
    }

    @Test
    void aWrongNumberIsNamed() {
        assertThat(Results.difference(HEIGHTS, new double[] {0.5, 1.1e-7, 12}, 1e-9))
                .hasValueSatisfying(difference -> assertThat(difference).startsWith("number 1 is 1.1E-7"));
        assertThat(Results.difference(HEIGHTS, new double[] {0.5, Double.NaN, 12}, 1))
                .isPresent();
        assertThat(Results.difference(HEIGHTS, new double[] {0.5}, 1)).contains("1 numbers against our 3");
    }

    @Test
    void numbersComeBackFromTheirFileAsTheyWere(@TempDir Path folder) throws IOException {
        Results.write(HEIGHTS, folder.resolve("heights.txt"));

        assertThat(Results.read(folder.resolve("heights.txt"))).isEqualTo(HEIGHTS);
    }
}
