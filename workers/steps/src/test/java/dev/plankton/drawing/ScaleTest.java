package dev.plankton.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ScaleTest {
    private static List<String> labels(Axis.Kind kind, double... values) {
        return Scale.of(kind, values).ticks().stream().map(Scale.Tick::label).toList();
    }

    @Test
    void ticksAreRoundNumbersAroundTheData() {
        assertThat(labels(Axis.Kind.LINEAR, 0.13, 0.31))
                .containsExactly("0.10", "0.15", "0.20", "0.25", "0.30", "0.35");
        assertThat(labels(Axis.Kind.FROM_ZERO, 3.2, 4.9)).containsExactly("0", "1", "2", "3", "4", "5");
        assertThat(labels(Axis.Kind.LINEAR, -1, 1)).containsExactly("-1.0", "-0.5", "0.0", "0.5", "1.0");
    }

    @Test
    void roundsHaveTicksAtWholeNumbersAndEndAtTheLastRound() {
        Scale scale = Scale.of(Axis.Kind.WHOLE, new double[] {0, 1, 2, 27});

        assertThat(scale.ticks().stream().map(Scale.Tick::label)).containsExactly("0", "5", "10", "15", "20", "25");
        assertThat(scale.position(27)).isEqualTo(1);
        assertThat(labels(Axis.Kind.WHOLE, 0, 1, 2)).containsExactly("0", "1", "2");
    }

    @Test
    void aCloseAxisHoldsTheDataAndLittleMore() {
        Scale scale = Scale.of(Axis.Kind.CLOSE, new double[] {-0.6, 0.4});

        assertThat(scale.position(-0.6)).isCloseTo(0.04 / 1.08, within(1e-9));
        assertThat(scale.position(0.4)).isCloseTo(1.04 / 1.08, within(1e-9));
        assertThat(scale.ticks().stream().map(Scale.Tick::label))
                .containsExactly("-0.6", "-0.4", "-0.2", "0.0", "0.2", "0.4");
    }

    @Test
    void aLogarithmicAxisCountsDecadesAndHidesWhatIsNotPositive() {
        Scale scale = Scale.of(Axis.Kind.LOG, new double[] {0, 0.002, 30});

        assertThat(scale.ticks().stream().map(Scale.Tick::label))
                .containsExactly("0.001", "0.01", "0.1", "1", "10", "100");
        assertThat(scale.position(0.1)).isCloseTo(0.4, within(1e-12));
        assertThat(scale.shows(0)).isFalse();
        assertThat(labels(Axis.Kind.LOG, 1, 9)).containsExactly("1", "2", "5", "10");
    }

    @Test
    void dataWithoutExtentOrWithoutValuesStillHasAnAxis() {
        for (Axis.Kind kind : Axis.Kind.values()) {
            for (double[] values : new double[][] {{}, {0}, {0.5}, {7, 7}, {Double.NaN}, {-3}}) {
                Scale scale = Scale.of(kind, values);
                assertThat(scale.high()).isGreaterThan(scale.low());
                assertThat(scale.ticks()).isNotEmpty();
            }
        }
    }
}
