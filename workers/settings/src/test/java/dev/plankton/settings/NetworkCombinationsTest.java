package dev.plankton.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.network.Backbone;
import dev.plankton.network.Head;
import dev.plankton.network.InputScaling;
import dev.plankton.network.NetworkSettings;
import dev.plankton.network.TrainedPart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkCombinationsTest {
    private static final List<String> STAGES =
            IntStream.rangeClosed(0, 10).mapToObj(stage -> "mixed" + stage).toList();

    @ParameterizedTest
    @EnumSource
    void theNetworkRefusesTheSame(Backbone backbone) {
        for (String features :
                Stream.concat(Stream.of("avg_pool"), STAGES.stream()).toList()) {
            for (String train : Stream.concat(
                            Stream.of("all", "head"), STAGES.stream().map(stage -> "from:" + stage))
                    .toList()) {
                for (int side : new int[] {15, 16, 74, 75, 299}) {
                    Map<String, Object> values = Map.of(
                            "backbone", spelled(backbone), "features", features, "train", train, "networkSide", (long)
                                    side);
                    assertThat(NetworkCombinations.problems(values).isEmpty())
                            .as(values.toString())
                            .isEqualTo(buildable(backbone, features, train, side));
                }
            }
        }
    }

    private static String spelled(Backbone backbone) {
        return switch (backbone) {
            case SMALL -> "small";
            case INCEPTION_V3 -> "inception-v3";
        };
    }

    private static boolean buildable(Backbone backbone, String features, String train, int side) {
        try {
            TrainedPart.parse(train)
                    .frozenUpTo(new NetworkSettings(backbone, Head.SPHERE, features, side, 64, InputScaling.SIGNED));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"backbone", "features", "train", "weights", "networkSide"})
    void whatIsMissingIsNotLookedAt(String key) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "backbone", "small", "features", "avg_pool", "train", "all", "weights", "none", "networkSide", 64L));
        values.remove(key);
        assertThat(NetworkCombinations.problems(values)).isEmpty();
    }
}
