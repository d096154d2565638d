package dev.plankton.train;

import dev.plankton.db.rows.DeviceRow;
import dev.plankton.network.ComputeCapability;
import dev.plankton.network.ComputeDevice;
import java.util.Optional;

/**
 * The device of a round. It is part of the output, because a round that is found again was trained elsewhere.
 *
 * @param backend {@code cpu} or {@code cuda}
 * @param device name of the processor or the card
 * @param computeCapability of a card, such as 8.6; blank for a CPU
 * @param memoryBytes of the card, or of the machine
 * @param threads CPU threads that computed; 0 on a card
 */
public record TrainedOn(String backend, String device, String computeCapability, long memoryBytes, int threads) {

    /** The device that this thread computes on. */
    static TrainedOn current() {
        ComputeDevice device = ComputeDevice.current();
        return new TrainedOn(
                device.backend(),
                device.name(),
                device.capability().map(ComputeCapability::toString).orElse(""),
                device.memoryBytes(),
                device.threads());
    }

    DeviceRow row(String runId, int round) {
        return new DeviceRow(
                runId,
                round,
                backend,
                device,
                Optional.of(computeCapability).filter(capability -> !capability.isBlank()),
                memoryBytes,
                threads);
    }
}
