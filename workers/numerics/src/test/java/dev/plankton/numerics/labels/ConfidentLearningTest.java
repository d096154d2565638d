package dev.plankton.numerics.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plankton.numerics.labels.NeighbourVotes.Vote;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfidentLearningTest {
    private Reference reference = new Reference(0, new int[0], new float[0][], new double[0], new int[0], new int[0]);

    /** The results of NumPy; make_confident.py in the folder of confident.json wrote them. */
    @SuppressWarnings("ArrayRecordComponent")
    record Reference(
            int classes, int[] labels, float[][] probabilities, double[] thresholds, int[] confident, int[] errors) {}

    @BeforeAll
    void load() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ConfidentLearningTest.class.getResourceAsStream("confident.json"))) {
            reference = new JsonMapper().readValue(in, Reference.class);
        }
    }

    private double[] thresholds() {
        return ConfidentLearning.thresholds(reference.labels(), reference.probabilities(), reference.classes());
    }

    @Test
    void thresholdsAreThoseOfNumPy() {
        assertThat(thresholds()).containsExactly(reference.thresholds(), within(1e-7));
    }

    @Test
    void confidentClassesAreThoseOfNumPy() {
        double[] thresholds = thresholds();

        assertThat(Arrays.stream(reference.probabilities())
                        .mapToInt(row -> ConfidentLearning.confident(row, thresholds)))
                .containsExactly(IntStream.of(reference.confident()).boxed().toArray(Integer[]::new));
    }

    @Test
    void whereAllNeighboursAgreeTheErrorsAndTheirOrderAreThoseOfNumPy() {
        assertThat(LikelyError.of(
                        reference.labels(),
                        reference.probabilities(),
                        IntStream.of(reference.confident())
                                .mapToObj(c -> new Vote(c, 1))
                                .toList(),
                        reference.classes()))
                .extracting(LikelyError::row)
                .containsExactly(IntStream.of(reference.errors()).boxed().toArray(Integer[]::new));
    }

    @Test
    void aClassWithoutImagesIsNeverReached() {
        double[] thresholds = ConfidentLearning.thresholds(new int[] {0}, new float[][] {{0.2f, 0.8f}}, 2);

        assertThat(thresholds[1]).isInfinite();
        assertThat(ConfidentLearning.confident(new float[] {0.1f, 0.9f}, thresholds))
                .isEqualTo(ConfidentLearning.NONE);
    }
}
