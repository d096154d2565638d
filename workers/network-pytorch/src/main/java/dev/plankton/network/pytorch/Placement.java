package dev.plankton.network.pytorch;

import java.util.OptionalInt;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;

/** Where tensors lie: in the machine's memory, or in that of a card. */
final class Placement {
    private final OptionalInt card;

    /** @param card number of the card among those that this process sees; empty for the CPU */
    Placement(OptionalInt card) {
        this.card = card;
    }

    /** The tensor there; it belongs to the innermost scope. */
    Tensor put(Tensor tensor) {
        return card.isEmpty() ? tensor : tensor.to(new Device("cuda:" + card.getAsInt()), tensor.scalar_type());
    }
}
