package dev.plankton.contracts.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithoutEffectTest {
    private static final Map<String, Object> DATASET = Map.of("datasetId", "0".repeat(64));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    arcface                | margin           | 0.3  | `standard`, `geometric` or `alternative`
                    arcface                | miner            | hard | `standard`, `geometric` or `alternative`
                    multi-similarity       | miner            | distance-weighted | `standard`, `geometric` or `alternative`
                    standard               | similarityMargin | 0.3  | `multi-similarity`, `proxy-anchor` or `arcface`
                    supervised-contrastive | similarityMargin | 0.3  | `multi-similarity`, `proxy-anchor` or `arcface`
                    geometric              | similarityScale  | 3    | `multi-similarity`, `supervised-contrastive`, `proxy-anchor` or `arcface`
                    """)
    void whatTheLossDoesNotReadIsRefused(String loss, String key, String value, String others) {
        assertThatThrownBy(() -> resolve(Map.of("loss", loss, key, value)))
                .isInstanceOf(BadInputException.class)
                .hasMessage("%s is given but loss is '%s', which does not use it; leave %s blank or set loss to %s."
                        .formatted(key, loss, key, others.replace('`', '\'')));
    }

    @ParameterizedTest
    @CsvSource({
        "arcface, similarityMargin, 0.3",
        "arcface, similarityScale, 8",
        "arcface, miner, semi-hard",
        "proxy-anchor, similarityMargin, 0.3",
        "supervised-contrastive, similarityScale, 8",
        "standard, margin, 0.3",
        "alternative, miner, distance-weighted",
        "arcface, margin, ''",
        "arcface, margin, 0.2"
    })
    void whatTheLossReadsIsTakenAndWhatIsBlankOrTheDefault(String loss, String key, String value) {
        assertThat(resolve(Map.of("loss", loss, key, value))).containsEntry("loss", loss);
    }

    @Test
    void theDefaultLossIsNamedWhereItIsTheReason() {
        assertThatThrownBy(() -> resolve(Map.of("margin", "0.3")))
                .hasMessageContaining("margin is given but loss is 'arcface'");
        assertThatThrownBy(() -> resolve(Map.of("head", "sigmoid")))
                .hasMessageContaining("set head to 'sphere' or loss to 'standard'");
        assertThat(resolve(Map.of("preset", "original", "margin", "0.3"))).containsEntry("loss", "standard");
    }

    @Test
    void theScaleOfArcfaceFollowsThePartThatIsTrained() {
        assertThat(resolve(Map.of())).containsEntry("similarityScale", 16.0);
        assertThat(resolve(Map.of("train", "head", "backbone", "inception-v3"))).containsEntry("similarityScale", 10.0);
        assertThat(resolve(Map.of("train", "from:mixed5", "backbone", "inception-v3")))
                .containsEntry("similarityScale", 10.0);
        assertThat(resolve(Map.of("train", "head", "backbone", "inception-v3", "loss", "proxy-anchor")))
                .containsEntry("similarityScale", 32.0);
    }

    @Test
    void onlyLossesThatCompareWithClassesTakeAnyImages() {
        assertThat(resolve(Map.of("sampling", "proportional"))).containsEntry("sampling", "proportional");
        assertThatThrownBy(() -> resolve(Map.of("sampling", "proportional", "loss", "standard")))
                .hasMessage(
                        "sampling is 'proportional', but loss 'standard' needs several images of a class in each batch;"
                                + " set sampling to 'balanced' or loss to 'arcface' or 'proxy-anchor'.");
    }

    @Test
    void aCosineHasNoDecay() {
        assertThatThrownBy(() -> resolve(Map.of("learningRateDecay", "0.5")))
                .hasMessage("learningRateDecay is given but learningRateSchedule is 'cosine', which does not use it;"
                        + " leave learningRateDecay blank or set learningRateSchedule to 'exponential'.");
        assertThat(resolve(Map.of("learningRateDecay", "0.5", "learningRateSchedule", "exponential")))
                .containsEntry("learningRateDecay", 0.5);
    }

    private static Map<String, Object> resolve(Map<String, Object> given) {
        Map<String, Object> all = new HashMap<>(DATASET);
        all.putAll(given);
        return Resolution.resolve(PlanktonWorkflow.TRAINING, all);
    }
}
