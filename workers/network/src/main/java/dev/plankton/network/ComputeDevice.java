package dev.plankton.network;

import java.util.List;
import java.util.Optional;

/**
 * What the network computes on: the CPU, or with the build for CUDA an NVIDIA card.
 *
 * @param backend {@code cpu} or {@code cuda}
 * @param name as the maker calls the processor or the card
 * @param capability of a card; empty for a CPU
 * @param memoryBytes of the card, or of the machine
 * @param threads CPU threads that compute; 0 on a card
 */
public record ComputeDevice(
        String backend, String name, Optional<ComputeCapability> capability, long memoryBytes, int threads) {
    private static final double GIBIBYTE = 1 << 30;

    /**
     * The device of the calling thread. Where several cards are visible, threads are spread over them.
     *
     * @throws UnusableDeviceException if there is none
     */
    public static ComputeDevice current() {
        return NativeDevices.find().current();
    }

    /**
     * To be called before the first use of the network, which else fails somewhere in native code.
     *
     * @return the devices that this process may use, at least one
     * @throws UnusableDeviceException if there is none, or one that this build cannot compute on
     */
    public static List<ComputeDevice> requireUsable() {
        List<ComputeDevice> devices = NativeDevices.find().all();
        devices.forEach(device -> DeviceSupport.objection(device).ifPresent(sentence -> {
            throw new UnusableDeviceException(sentence);
        }));
        return devices;
    }

    /** Such as {@code cpu, 2 threads of AMD EPYC, 24 GiB} or {@code cuda, NVIDIA A10, compute capability 8.6, 22 GiB}. */
    public String summary() {
        String what = capability
                .map(number -> "%s, compute capability %s".formatted(name, number))
                .orElseGet(() -> "%d %s of %s".formatted(threads, threads == 1 ? "thread" : "threads", name));
        return "%s, %s, %.0f GiB".formatted(backend, what, memoryBytes / GIBIBYTE);
    }
}
