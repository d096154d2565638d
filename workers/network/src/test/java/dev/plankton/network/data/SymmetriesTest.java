package dev.plankton.network.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SymmetriesTest {
    private static final byte[] IMAGE = {
        1, 2, 3,
        4, 5, 6,
        7, 8, 9
    };

    @Test
    void turnsCounterClockwise() {
        assertThat(Symmetries.apply(0, 3, IMAGE)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(Symmetries.apply(1, 3, IMAGE)).containsExactly(3, 6, 9, 2, 5, 8, 1, 4, 7);
        assertThat(Symmetries.apply(2, 3, IMAGE)).containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1);
        assertThat(Symmetries.apply(3, 3, IMAGE)).containsExactly(7, 4, 1, 8, 5, 2, 9, 6, 3);
    }

    @Test
    void mirrorsLeftToRightBeforeItTurns() {
        assertThat(Symmetries.apply(4, 3, IMAGE)).containsExactly(3, 2, 1, 6, 5, 4, 9, 8, 7);
        for (int turns = 0; turns < 4; turns++) {
            assertThat(Symmetries.apply(4 + turns, 3, IMAGE))
                    .isEqualTo(Symmetries.apply(turns, 3, Symmetries.apply(4, 3, IMAGE)));
        }
    }

    @Test
    void allEightDiffer() {
        assertThat(IntStream.range(0, 8)
                        .mapToObj(symmetry -> java.util.Arrays.toString(Symmetries.apply(symmetry, 3, IMAGE)))
                        .distinct())
                .hasSize(8);
    }
}
