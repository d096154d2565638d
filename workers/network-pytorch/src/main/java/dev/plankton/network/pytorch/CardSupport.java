package dev.plankton.network.pytorch;

import dev.plankton.network.engine.ComputeCapability;
import dev.plankton.network.engine.ComputeDevice;
import java.util.Optional;

/**
 * The cards that this build can compute on. libtorch 2.10 for CUDA 13 holds machine code for compute capabilities 7.5 to
 * 12.0, and intermediate code that a driver translates for later ones.
 */
final class CardSupport {
    private static final ComputeCapability OLDEST = new ComputeCapability(7, 5);

    private CardSupport() {}

    /** One sentence that says why a card cannot be used and what can be used instead; empty if it can be used. */
    static Optional<String> objection(ComputeDevice device) {
        return device.capability()
                .filter(capability -> capability.compareTo(OLDEST) < 0)
                .map(capability ->
                        "%s has compute capability %s, but libtorch computes on cards from %s on: use the build with Deeplearning4j (-Dengine=cuda, cards of 3.7 to 8.9) or the build for the CPU (without -Dengine)."
                                .formatted(device.name(), capability, OLDEST));
    }

    /** One sentence for a machine where a build for cards finds no card. */
    static String noCard() {
        return "This build of the network computes on NVIDIA cards from compute capability %s on but finds none: check with nvidia-smi that this process may use one and that CUDA 13 and cuDNN 9 are installed, or use the build for the CPU (without -Dengine)."
                .formatted(OLDEST);
    }
}
