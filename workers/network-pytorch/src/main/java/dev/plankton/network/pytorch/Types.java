package dev.plankton.network.pytorch;

import dev.plankton.contracts.choices.Precision;
import org.bytedeco.pytorch.global.torch;

/** libtorch's names of number types. */
final class Types {
    private Types() {}

    /** The type that convolutions take and return. */
    static torch.ScalarType of(Precision precision) {
        return switch (precision) {
            case FP32 -> torch.ScalarType.Float;
            case BF16 -> torch.ScalarType.BFloat16;
        };
    }
}
