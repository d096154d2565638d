package dev.plankton.contracts.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkCombinationsTest {

    @ParameterizedTest
    @ValueSource(strings = {"backbone", "features", "train", "weights", "networkSide"})
    void whatIsMissingIsNotLookedAt(String key) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "backbone", "small", "features", "avg_pool", "train", "all", "weights", "none", "networkSide", 64L));
        values.remove(key);
        assertThat(NetworkCombinations.problems(values)).isEmpty();
    }
}
