package dev.plankton.network.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.network.engine.ComputeCapability;
import dev.plankton.network.engine.ComputeDevice;
import dev.plankton.network.engine.UnusableDeviceException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceSupportTest {
    private static final long MEMORY = 24L << 30;

    @ParameterizedTest
    @CsvSource({
        "NVIDIA GeForce GTX 680, 3, 0, false",
        "Tesla K40m,             3, 5, false",
        "Tesla K80,              3, 7, true",
        "NVIDIA GeForce GTX 980, 5, 2, true",
        "Tesla V100-SXM2-16GB,   7, 0, true",
        "NVIDIA A100-SXM4-40GB,  8, 0, true",
        "NVIDIA A10,             8, 6, true",
        "NVIDIA L40S,            8, 9, true",
        "NVIDIA H100 80GB HBM3,  9, 0, false",
        "NVIDIA B200,           10, 0, false",
        "NVIDIA RTX PRO 6000,   12, 0, false",
    })
    void cardsFromKeplersLastToAdaCanBeUsed(String name, int major, int minor, boolean usable) {
        assertThat(DeviceSupport.objection(card(name, major, minor)).isEmpty()).isEqualTo(usable);
    }

    @Test
    void everyProcessorCanBeUsed() {
        ComputeDevice processor = new ComputeDevice("cpu", "AMD EPYC", Optional.empty(), MEMORY, 2);

        assertThat(DeviceSupport.objection(processor)).isEmpty();
    }

    @Test
    void oneSentenceSaysWhichCardItIsWhatWouldRunAndWhatElseThereIs() {
        assertThat(DeviceSupport.objection(card("NVIDIA H100 80GB HBM3", 9, 0)))
                .hasValue("NVIDIA H100 80GB HBM3 has compute capability 9.0, but this build of the network runs on 3.7"
                        + " to 8.9 only: use the build with libtorch (-Dengine=pytorch-cuda), a card in that range (CUDA_VISIBLE_DEVICES chooses among several), the"
                        + " build for the CPU (without -Dengine=cuda), or, only for embedding, ONNX Runtime.");
    }

    @Test
    void theExceptionShowsItselfAsItsSentence() {
        assertThat(new UnusableDeviceException("No card."))
                .hasToString("No card.")
                .hasNoCause();
        assertThat(new UnusableDeviceException("No card.").getStackTrace()).isEmpty();
    }

    private static ComputeDevice card(String name, int major, int minor) {
        return new ComputeDevice("cuda", name, Optional.of(new ComputeCapability(major, minor)), MEMORY, 0);
    }
}
