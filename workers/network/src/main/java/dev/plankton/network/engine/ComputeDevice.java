package dev.plankton.network.engine;

import java.util.Optional;

/**
 * The device that computes the network: the CPU or, in the build for CUDA, an NVIDIA card.
 *
 * @param backend {@code cpu} or {@code cuda}
 * @param name the manufacturer's name of the processor or the card
 * @param capability compute capability of a card; empty for a CPU
 * @param memoryBytes memory of the card, or of the machine
 * @param threads CPU threads that compute; 0 on a card
 */
public record ComputeDevice(
        String backend, String name, Optional<ComputeCapability> capability, long memoryBytes, int threads) {
    private static final double GIBIBYTE = 1 << 30;

    /**
     * A summary such as {@code cpu, 2 threads of AMD EPYC, 24 GiB} or
     * {@code cuda, NVIDIA A10, compute capability 8.6, 22 GiB}.
     */
    public String summary() {
        String what = capability
                .map(number -> "%s, compute capability %s".formatted(name, number))
                .orElseGet(() -> "%d %s of %s".formatted(threads, threads == 1 ? "thread" : "threads", name));
        return "%s, %s, %.0f GiB".formatted(backend, what, memoryBytes / GIBIBYTE);
    }
}
