package dev.plankton.network.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plankton.contracts.choices.Precision;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypesTest {
    static {
        NativeLibraries.unpack();
    }

    @ParameterizedTest
    @CsvSource({"32, 48, true", "16, 16, true", "24, 1, false", "32, 24, false", "24, 32, false"})
    void onlyChannelsInSixteensHaveSixteenBits(long filters, long channels, boolean rounded) {
        try (PointerScope scope = new PointerScope()) {
            assertThat(Types.of(Precision.BF16, torch.zeros(filters, channels, 3, 3)) == torch.ScalarType.BFloat16)
                    .isEqualTo(rounded);
            assertThat(Types.of(Precision.FP32, torch.zeros(filters, channels, 3, 3)) == torch.ScalarType.Float)
                    .isTrue();
        }
    }

    /** On every processor so far; where this fails, the engine refuses 16 bits. */
    @Test
    void theCheckFindsThemRight() {
        Placement placement = TorchDevices.find(Map.of()).placement();

        assertThatCode(() -> BfloatCheck.require(placement)).doesNotThrowAnyException();
    }
}
