package dev.plankton.network.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.network.engine.ComputeDevice;
import dev.plankton.network.engine.UnusableDeviceException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said and chosen on machines with cards, without one. */
class CardsTest {
    private static final String LINES = """
            NVIDIA H100 80GB HBM3, 9.0, 81559, 580.82.07
            Tesla V100-SXM2-16GB, 7.0, 16384, 580.82.07
            """;

    @Test
    void theDriversListBecomesDevices() {
        List<ComputeDevice> cards = Cards.parse(LINES);

        assertThat(cards)
                .extracting(ComputeDevice::summary)
                .containsExactly(
                        "cuda, NVIDIA H100 80GB HBM3 (driver 580.82.07), compute capability 9.0, 80 GiB",
                        "cuda, Tesla V100-SXM2-16GB (driver 580.82.07), compute capability 7.0, 16 GiB");
        assertThat(Cards.parse("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"6.1, false", "7.0, false", "7.5, true", "8.6, true", "9.0, true", "10.0, true", "12.1, true"})
    void cardsFromTuringOnCanBeUsed(String capability, boolean usable) {
        ComputeDevice card =
                Cards.parse("A card, %s, 1000, 580.0".formatted(capability)).getFirst();

        assertThat(CardSupport.objection(card).isEmpty()).isEqualTo(usable);
    }

    @Test
    void oneSentenceSaysWhichCardItIsAndWhatElseThereIs() {
        List<ComputeDevice> cards = Cards.parse(LINES);

        assertThat(TorchDevices.chosen(cards, 0).name()).startsWith("NVIDIA H100");
        assertThatThrownBy(() -> TorchDevices.chosen(cards, 1))
                .isInstanceOf(UnusableDeviceException.class)
                .hasToString(
                        "Tesla V100-SXM2-16GB (driver 580.82.07) has compute capability 7.0, but libtorch computes on"
                                + " cards from 7.5 on: use the build with Deeplearning4j (-Dengine=cuda, cards of 3.7 to 8.9) or"
                                + " the build for the CPU (without -Dengine).");
        assertThatThrownBy(() -> TorchDevices.chosen(cards, 2))
                .hasToString("PLANKTON_DEVICE is 2, but the cards of this machine have the numbers 0 to 1.");
        assertThatThrownBy(() -> TorchDevices.chosen(List.of(), 0)).hasMessageContaining("finds none");
    }

    @Test
    void theEnvironmentNumbersTheCard() {
        assertThat(TorchDevices.number(Map.of())).isZero();
        assertThat(TorchDevices.number(Map.of("PLANKTON_DEVICE", "3"))).isEqualTo(3);
        assertThatThrownBy(() -> TorchDevices.number(Map.of("PLANKTON_DEVICE", "first")))
                .hasToString("PLANKTON_DEVICE must be the number of a card, from 0, not 'first'.");
    }

    /** This build is the one for the CPU. */
    @Test
    void theBuildForTheCpuComputesOnTheProcessor() {
        assertThat(TorchDevices.find(Map.of()).usable().backend()).isEqualTo("cpu");
    }
}
