package dev.plankton.network.dl4j;

import dev.plankton.network.engine.ComputeCapability;
import dev.plankton.network.engine.ComputeDevice;
import java.util.Optional;

/**
 * The devices that this build can compute on. The last CUDA build of ND4J, nd4j-cuda-11.6, holds machine code for
 * compute capabilities 3.7 to 8.6 and no intermediate code that a driver could translate. Machine code also runs on
 * later versions of its own generation, so up to 8.9, but never on another generation (CUDA C++ Programming Guide,
 * "Binary Compatibility").
 */
final class DeviceSupport {
    private static final ComputeCapability OLDEST = new ComputeCapability(3, 7);
    private static final ComputeCapability NEWEST = new ComputeCapability(8, 9);
    private static final String NEWER_BUILD = "the build with libtorch (-Dengine=pytorch-cuda), ";
    private static final String CPU_BUILD = "the build for the CPU (without -Dengine=cuda)";

    private DeviceSupport() {}

    /** One sentence that says why the device cannot be used and what can be used instead; empty if it can be used. */
    static Optional<String> objection(ComputeDevice device) {
        return device.capability()
                .filter(capability -> capability.compareTo(OLDEST) < 0 || capability.compareTo(NEWEST) > 0)
                .map(capability -> ("%s has compute capability %s, but this build of the network runs on %s to %s only:"
                                + " use %sa card in that range (CUDA_VISIBLE_DEVICES chooses among several), %s,"
                                + " or, only for embedding, ONNX Runtime.")
                        .formatted(
                                device.name(),
                                capability,
                                OLDEST,
                                NEWEST,
                                capability.compareTo(NEWEST) > 0 ? NEWER_BUILD : "",
                                CPU_BUILD));
    }

    /** One sentence for a machine where a build for cards finds no card. */
    static String noCard() {
        return ("This build of the network computes on NVIDIA cards of compute capability %s to %s but finds none: check"
                        + " with nvidia-smi that this process may use one, or use %s.")
                .formatted(OLDEST, NEWEST, CPU_BUILD);
    }
}
