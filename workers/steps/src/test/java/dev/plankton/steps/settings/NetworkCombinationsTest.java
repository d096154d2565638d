package dev.plankton.steps.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.Spelling;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.contracts.inputs.PlanktonWorkflow;
import dev.plankton.contracts.inputs.WorkflowInput;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.NetworkSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is refused at the start is what the network would refuse after the images have been read. */
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
                            "datasetId",
                            "d".repeat(64),
                            "backbone",
                            Spelling.of(backbone),
                            "features",
                            features,
                            "train",
                            train,
                            "networkSide",
                            side);
                    assertThat(accepted(values))
                            .as(values.toString())
                            .isEqualTo(buildable(backbone, features, train, side));
                }
            }
        }
    }

    private static boolean accepted(Map<String, Object> values) {
        try {
            WorkflowInput.resolve(PlanktonWorkflow.TRAINING, values);
            return true;
        } catch (BadInputException e) {
            return false;
        }
    }

    private static boolean buildable(Backbone backbone, String features, String train, int side) {
        try {
            new NetworkSettings(backbone, Head.SPHERE, features, side, 64, InputScaling.SIGNED)
                    .frozenUpTo(TrainedPart.parse(train));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
