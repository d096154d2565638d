package dev.plankton.network.dl4j;

import dev.plankton.network.engine.ComputeCapability;
import dev.plankton.network.engine.ComputeDevice;
import dev.plankton.network.engine.Processor;
import dev.plankton.network.engine.UnusableDeviceException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.context.Nd4jContext;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The devices that ND4J's backend reports. This class asks only the native library and does not start the rest of ND4J,
 * whose first computation would fail on a card that it has no machine code for.
 */
final class NativeDevices {
    private final NativeOps operations;

    private NativeDevices(NativeOps operations) {
        this.operations = operations;
    }

    /** @throws UnusableDeviceException if the backend is for cards and there is none */
    static NativeDevices find() {
        if (!Nd4jContext.getInstance().getConf().containsKey(Nd4j.NATIVE_OPS)) {
            try {
                Nd4jBackend.load();
            } catch (Nd4jBackend.NoAvailableBackendException e) {
                throw new UnusableDeviceException(DeviceSupport.noCard()); // ND4J has logged what it tried
            }
        }
        return new NativeDevices(NativeOpsHolder.getInstance().getDeviceNativeOps());
    }

    /** All visible cards; in a build for the CPU, which reports no cards, the CPU. */
    List<ComputeDevice> all() {
        int cards = operations.getAvailableDevices();
        return cards == 0
                ? List.of(processor())
                : IntStream.range(0, cards).mapToObj(this::card).toList();
    }

    ComputeDevice current() {
        return operations.getAvailableDevices() == 0 ? processor() : card(operations.getDevice());
    }

    private ComputeDevice card(int index) {
        return new ComputeDevice(
                "cuda",
                operations.getDeviceName(index),
                Optional.of(new ComputeCapability(operations.getDeviceMajor(index), operations.getDeviceMinor(index))),
                operations.getDeviceTotalMemory(index),
                0);
    }

    private ComputeDevice processor() {
        return Processor.device(operations.ompGetMaxThreads());
    }
}
