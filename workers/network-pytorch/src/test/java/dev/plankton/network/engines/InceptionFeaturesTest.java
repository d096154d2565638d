package dev.plankton.network.engines;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.checkpoint.FirstParameters;
import dev.plankton.network.checkpoint.PretrainedWeights;
import dev.plankton.network.engine.FeatureExtractor;
import dev.plankton.network.engine.TrainingEngine;
import dev.plankton.network.testing.SeededInception;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with src/test/python/inception_features.py: PyTorch, in double precision. */
@ParameterizedClass
@EnumSource(
        value = NetworkEngine.class,
        names = {"DL4J", "PYTORCH"})
class InceptionFeaturesTest {
    private final TrainingEngine engine;

    private static final float PRECISION = 1e-3f;

    private final PretrainedWeights weights =
            new PretrainedWeights("seeded", InputScaling.SIGNED, SeededInception.arrays());
    private final List<byte[]> images = IntStream.range(0, SeededInception.IMAGES)
            .mapToObj(SeededInception::image)
            .toList();
    private Map<?, ?> reference = Map.of();

    InceptionFeaturesTest(NetworkEngine name) {
        engine = BothEngines.ENGINES.named(name);
    }

    @BeforeEach
    void read() throws IOException {
        try (InputStream file = requireNonNull(getClass().getResourceAsStream("inception_features.json"))) {
            reference = JsonMapper.builder().build().readValue(file, Map.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mixed2", "mixed5", "mixed7", "mixed8", "mixed10"})
    void featuresAreThoseOfAnIndependentImplementation(String block) {
        List<?> expected = (List<?>) requireNonNull(reference.get(block));
        float[][] features = features(block);
        assertThat(features).hasNumberOfRows(expected.size());
        for (int image = 0; image < features.length; image++) {
            float[] row = features[image];
            float[] wanted = floats((List<?>) expected.get(image));
            assertThat(row).usingComparatorWithPrecision(PRECISION).containsExactly(wanted);
            assertThat(spread(row)).isGreaterThan(0.1);
        }
    }

    @Test
    void theWholeBackboneIsCutAtItsLastBlock() {
        assertThat(features("avg_pool")).isDeepEqualTo(features("mixed10"));
    }

    private float[][] features(String block) {
        NetworkSettings network = new NetworkSettings(
                Backbone.INCEPTION_V3, Head.SPHERE, block, SeededInception.SIDE, 64, InputScaling.SIGNED);
        try (FeatureExtractor extractor =
                engine.features(network, FirstParameters.of(network, 1, Optional.of(weights)))) {
            return extractor.features(images, SeededInception.SIDE);
        }
    }

    private static float[] floats(List<?> numbers) {
        float[] floats = new float[numbers.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = ((Number) requireNonNull(numbers.get(i))).floatValue();
        }
        return floats;
    }

    /** Features that are all alike would agree with any weights. */
    private static double spread(float[] row) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (float value : row) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return most - least;
    }
}
