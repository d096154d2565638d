package dev.plankton.network.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares with the summary that Keras prints for {@code InceptionV3(include_top=False)}. */
class InceptionShapesTest {
    private static final List<ConvolutionShape> ALL = InceptionShapes.all();

    @Test
    void has94ConvolutionsAndTheParametersOfKeras() {
        assertThat(ALL).hasSize(94);
        assertThat(ALL.stream()
                        .mapToInt(shape -> shape.size() + 3 * shape.outputs())
                        .sum())
                .isEqualTo(21_802_784);
        assertThat(ALL).extracting(ConvolutionShape::number).isSorted();
        assertThat(ALL.getFirst().layer()).isEqualTo("conv2d_1");
    }

    @Test
    void shapesAreThoseOfKerasOrder() {
        assertThat(ALL.get(0).kernel()).containsExactly(3, 3, 3, 32);
        assertThat(ALL.get(7).kernel()).containsExactly(5, 5, 48, 64);
        assertThat(ALL.get(35).kernel()).containsExactly(7, 1, 128, 128);
        assertThat(ALL.get(74).kernel()).containsExactly(7, 1, 192, 192);
        assertThat(ALL.get(81).kernel()).containsExactly(3, 3, 448, 384);
        assertThat(ALL.get(93).kernel()).containsExactly(1, 1, 2048, 192);
    }
}
