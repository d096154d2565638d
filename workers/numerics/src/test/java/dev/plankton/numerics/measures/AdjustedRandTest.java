package dev.plankton.numerics.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AdjustedRandTest {
    /** A result of scikit-learn; make_adjusted_rand.py in the folder of adjusted_rand.json wrote them. */
    @SuppressWarnings("ArrayRecordComponent")
    record Reference(int[] one, int[] other, double index) {}

    @Test
    void isThatOfScikitLearnAndTheSameBothWays() throws IOException {
        for (Reference reference : read()) {
            assertThat(AdjustedRand.of(reference.one(), reference.other()))
                    .isCloseTo(reference.index(), within(1e-12))
                    .isCloseTo(AdjustedRand.of(reference.other(), reference.one()), within(1e-12));
        }
    }

    @Test
    void divisionsOfDifferentItemsAreRefused() {
        assertThatThrownBy(() -> AdjustedRand.of(new int[2], new int[3])).hasMessage("2 items and 3 items");
    }

    private static Reference[] read() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(AdjustedRandTest.class.getResourceAsStream("adjusted_rand.json"))) {
            return new JsonMapper().readValue(in, Reference[].class);
        }
    }
}
