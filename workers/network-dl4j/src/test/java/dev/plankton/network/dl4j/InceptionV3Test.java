package dev.plankton.network.dl4j;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.Head;
import dev.plankton.network.architecture.Architecture;
import dev.plankton.network.architecture.Architecture.Shape;
import dev.plankton.network.architecture.BackboneNode.Convolution;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.architecture.Section;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Compares with what {@code keras.applications.InceptionV3(include_top=False).summary()} prints. */
class InceptionV3Test {
    private static final long KERAS_PARAMETERS = 21_802_784;
    private static final Architecture ARCHITECTURE = Architecture.of(Backbone.INCEPTION_V3);

    /** Shapes of the published summary at 299 x 299; in Keras' names activation_n follows conv2d_n. */
    @ParameterizedTest
    @CsvSource({
        "conv2d_1,149,149,32",
        "conv2d_2,147,147,32",
        "conv2d_3,147,147,64",
        "pool_1,73,73,64",
        "conv2d_4,73,73,80",
        "conv2d_5,71,71,192",
        "pool_2,35,35,192",
        "mixed0,35,35,256",
        "mixed1,35,35,288",
        "mixed2,35,35,288",
        "mixed3,17,17,768",
        "mixed4,17,17,768",
        "mixed5,17,17,768",
        "mixed6,17,17,768",
        "mixed7,17,17,768",
        "mixed8,8,8,1280",
        "mixed9_once,8,8,768",
        "mixed9,8,8,2048",
        "mixed10_twice,8,8,768",
        "mixed10,8,8,2048"
    })
    void blocksHaveKerasShapes(String name, int height, int width, int channels) {
        assertThat(ARCHITECTURE.shape(name, 299)).isEqualTo(new Shape(height, width, channels));
    }

    @Test
    void theGraphHasKerasParametersAndTheShapesOfTheDescription() {
        NetworkSettings network =
                new NetworkSettings(Backbone.INCEPTION_V3, Head.SIGMOID, "avg_pool", 75, 64, InputScaling.SIGNED);
        ComputationGraph graph = NetworkGraph.build(Section.features(network));
        assertThat(graph.numParams()).isEqualTo(KERAS_PARAMETERS);
        assertThat(network.featureCount()).isEqualTo(2048);
        try (INDArray images = Nd4j.rand(DataType.FLOAT, 1, 75, 75, 3)) {
            Map<String, INDArray> activations = graph.feedForward(images, false);
            for (Map.Entry<String, Shape> expected : ARCHITECTURE.shapes(75).entrySet()) {
                Shape shape = expected.getValue();
                assertThat(requireNonNull(activations.get(expected.getKey())).shape())
                        .as(expected.getKey())
                        .containsExactly(1, shape.height(), shape.width(), shape.channels());
            }
        } finally {
            NativeMemory.release(graph);
        }
    }

    @Test
    void convolutionsAreNumberedInTheOrderOfKeras() {
        List<Convolution> convolutions = ARCHITECTURE.nodes().stream()
                .filter(Convolution.class::isInstance)
                .map(Convolution.class::cast)
                .toList();
        assertThat(convolutions).hasSize(94);
        for (int i = 0; i < convolutions.size(); i++) {
            assertThat(convolutions.get(i).name()).isEqualTo("conv2d_" + (i + 1));
        }
    }

    @Test
    void theSmallestSideIsKeras() {
        assertThat(ARCHITECTURE.shape("mixed10", 75)).isEqualTo(new Shape(1, 1, 2048));
        assertThat(ARCHITECTURE.shape("mixed10", 139)).isEqualTo(new Shape(3, 3, 2048));
    }
}
