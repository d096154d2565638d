package dev.plankton.numerics.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ConfusionTest {
    private static final double TIGHT = 1e-12;

    /** The results of scikit-learn; make_confusion.py in the folder of confusion.json wrote them. */
    @SuppressWarnings("ArrayRecordComponent")
    record Reference(
            int classes,
            int[] labels,
            int[] predicted,
            int[][] counts,
            double accuracy,
            double macroF1,
            double[] precision,
            double[] recall,
            double[] f1,
            int[] images) {}

    @Test
    void allFiguresAreThoseOfScikitLearn() throws IOException {
        Reference reference = read();

        Confusion confusion = Confusion.of(reference.labels(), reference.predicted(), reference.classes());

        assertThat(confusion.counts()).isDeepEqualTo(reference.counts());
        assertThat(confusion.accuracy()).isCloseTo(reference.accuracy(), within(TIGHT));
        assertThat(confusion.macroF1()).isCloseTo(reference.macroF1(), within(TIGHT));
        for (int c = 0; c < reference.classes(); c++) {
            assertThat(confusion.precision(c)).isCloseTo(reference.precision()[c], within(TIGHT));
            assertThat(confusion.recall(c)).isCloseTo(reference.recall()[c], within(TIGHT));
            assertThat(confusion.f1(c)).isCloseTo(reference.f1()[c], within(TIGHT));
            assertThat(confusion.images(c)).isEqualTo(reference.images()[c]);
        }
    }

    @Test
    void classesAndPairsAreRanked() {
        Confusion confusion = new Confusion(new int[][] {{8, 2, 0, 0}, {1, 4, 5, 0}, {0, 3, 3, 0}, {0, 0, 0, 0}});

        assertThat(confusion.weakestFirst()).containsExactly(1, 2, 0);
        assertThat(confusion.confusedPairs())
                .containsExactly(
                        new Confusion.Pair(1, 2, 5),
                        new Confusion.Pair(2, 1, 3),
                        new Confusion.Pair(0, 1, 2),
                        new Confusion.Pair(1, 0, 1));
    }

    private static Reference read() throws IOException {
        try (InputStream in = Objects.requireNonNull(ConfusionTest.class.getResourceAsStream("confusion.json"))) {
            return new JsonMapper().readValue(in, Reference.class);
        }
    }

    @Test
    void anotherOrderMovesRowsAndColumnsTogether() {
        Confusion confusion = new Confusion(new int[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});

        assertThat(confusion.ordered(List.of(2, 0, 1)).counts()).isDeepEqualTo(new int[][] {
            {9, 7, 8},
            {3, 1, 2},
            {6, 4, 5}
        });
    }
}
