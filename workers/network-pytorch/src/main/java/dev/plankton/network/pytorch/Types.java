package dev.plankton.network.pytorch;

import dev.plankton.contracts.choices.Precision;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** libtorch's names of number types. */
final class Types {
    private static final long CHANNELS = 16;

    private Types() {}

    /**
     * The type that a convolution takes and returns. libtorch 2.10 (oneDNN 3.7.1) computes wrong outputs and gradients
     * in 16 bits, and says nothing, where the numbers of channels are no multiples of {@value #CHANNELS} and the
     * processor has AVX-512 BF16 but no AMX; such convolutions keep 32 bits. {@link BfloatCheck} checks the others.
     *
     * @param weights filters x channels x height x width
     */
    static torch.ScalarType of(Precision precision, Tensor weights) {
        return switch (precision) {
            case FP32 -> torch.ScalarType.Float;
            case BF16 ->
                weights.size(0) % CHANNELS == 0 && weights.size(1) % CHANNELS == 0
                        ? torch.ScalarType.BFloat16
                        : torch.ScalarType.Float;
        };
    }
}
