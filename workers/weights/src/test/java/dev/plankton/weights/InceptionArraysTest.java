package dev.plankton.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.network.testing.SeededInception;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InceptionArraysTest {
    private static final KerasModel MODEL = KerasModel.numberedFrom(1);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 95})
    void numbersMayStartAnywhereAndTensorsStandInAnyOrder(int first) throws Exception {
        List<Tensor> tensors = new ArrayList<>(KerasModel.numberedFrom(first).list());
        tensors.add(KerasModel.constant(1, 2048, 1000).named("predictions/kernel"));
        tensors.add(KerasModel.constant(1, 3, 3, 8, 1).named("depthwise_conv2d_4/depthwise_kernel"));
        Collections.shuffle(tensors, new Random(first));
        assertThat(SeededInception.differences(InceptionArrays.of(tensors))).isEmpty();
    }

    @Test
    void layersMayStandInAModelAndVariablesInScopesWithOtherNumbers() throws Exception {
        List<Tensor> tensors = new ArrayList<>();
        MODEL.tensors().forEach((name, part) -> {
            String[] words = name.split("/");
            String layer = words[0].replace("batch_normalization", "batch_normalization_v1");
            tensors.add(part.named("inception_v3/%s/%s1/%s:0".formatted(layer, words[0], words[1])));
        });
        assertThat(SeededInception.differences(InceptionArrays.of(tensors))).isEmpty();
    }

    @Test
    void aGammaOfOnesIsLeftOut() throws Exception {
        KerasModel model = MODEL.with("batch_normalization_5/gamma", KerasModel.constant(1, 192));
        assertThat(SeededInception.differences(InceptionArrays.of(model.list())))
                .isEmpty();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        MODEL.with("conv2d_17/kernel", KerasModel.constant(0, 1, 1, 288, 48)),
                        "conv2d_17/kernel has shape [1, 1, 288, 48], Inception v3 needs [3, 3, 64, 96]"),
                Arguments.of(
                        MODEL.with("batch_normalization_3/beta", KerasModel.constant(0, 65)),
                        "batch_normalization_3/beta has shape [65], Inception v3 needs [64]"),
                Arguments.of(
                        MODEL.with("batch_normalization_2/gamma", KerasModel.constant(0.5, 32)),
                        "batch_normalization_2/gamma holds the value 0.5; Inception v3's normalisation has no gamma,"
                                + " so all must be 1"),
                Arguments.of(
                        MODEL.with("conv2d_4/bias", KerasModel.constant(0, 80)),
                        "conv2d_4 has a bias, Inception v3's convolutions have none"),
                Arguments.of(
                        MODEL.without("batch_normalization_9/moving_mean"), "batch_normalization_9 has no moving_mean"),
                Arguments.of(
                        MODEL.with("batch_normalization_1/moving_variance", KerasModel.constant(-1, 32)),
                        "batch_normalization_1/moving_variance holds the value -1.0; a variance is not negative"),
                Arguments.of(
                        MODEL.with("conv2d_1/kernel", KerasModel.constant(Double.NaN, 3, 3, 3, 32)),
                        "conv2d_1/kernel holds the value NaN; every weight must be finite"),
                Arguments.of(
                        MODEL.without("conv2d_30/kernel"),
                        "it holds 93 convolutions, Inception v3 has 94; conv2d_30 is missing"),
                Arguments.of(MODEL.without("conv2d_94/kernel"), "it holds 93 convolutions, Inception v3 has 94"),
                Arguments.of(
                        MODEL.with("conv2d_95/kernel", KerasModel.constant(0, 1, 1, 3, 8)),
                        "it holds 95 convolutions, Inception v3 has 94"),
                Arguments.of(
                        MODEL.with("batch_normalization_96/beta", KerasModel.constant(0, 8)),
                        "it holds 95 batch normalisations, Inception v3 has 94; batch_normalization_95 is missing"),
                Arguments.of(
                        MODEL.with("inception/conv2d_1/kernel", KerasModel.constant(0, 3, 3, 3, 32)),
                        "it holds conv2d_1/kernel twice"),
                Arguments.of(
                        new KerasModel(Map.of("dense_1/kernel", KerasModel.constant(0, 2, 2))),
                        "it holds 0 convolutions, Inception v3 has 94; they would be called conv2d_1, conv2d_2 and so on"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void aMismatchNamesTheLayerAndBothShapes(KerasModel model, String sentence) {
        assertThatThrownBy(() -> InceptionArrays.of(model.list()))
                .isInstanceOf(UnusableWeightsException.class)
                .hasMessage(sentence);
    }

    @Test
    void valuesAreReadOnlyWhereTheShapeIsRight() {
        List<Tensor> tensors = new ArrayList<>(MODEL.without("conv2d_1/kernel").list());
        tensors.add(new Tensor("conv2d_1/kernel", List.of(1 << 30, 1 << 30), () -> {
            throw new AssertionError("values of a tensor with a wrong shape were read");
        }));
        assertThatThrownBy(() -> InceptionArrays.of(tensors)).hasMessageContaining("conv2d_1/kernel has shape");
    }
}
