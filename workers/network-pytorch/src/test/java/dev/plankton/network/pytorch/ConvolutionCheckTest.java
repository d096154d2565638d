package dev.plankton.network.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class ConvolutionCheckTest {
    private final PytorchEngine engine = new PytorchEngine();
    private final Placement placement = TorchDevices.find(Map.of()).placement();

    @Test
    void anEngineThatComputesWronglyIsRefused() {
        Optional<String> objection = ConvolutionCheck.objection(placement);

        if (objection.isEmpty()) {
            assertThat(engine.requireUsable()).hasSize(1);
        } else {
            assertThatThrownBy(engine::requireUsable)
                    .hasMessage(objection.get())
                    .hasMessageMatching(
                            "libtorch computes convolutions wrongly on this machine \\(.+\\); use trainingEngine dl4j\\.");
        }
    }

    /** A precision that its tolerance does not fit stands for a machine that computes wrongly. */
    @Test
    void aWrongConvolutionIsNoticed() {
        assertThat(ConvolutionCheck.objection(placement, torch.ScalarType.BFloat16, 1e-9))
                .isPresent();
        assertThat(ConvolutionCheck.objection(placement, torch.ScalarType.Float, 0))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("1 to 24 channels: wrong by "));
    }
}
