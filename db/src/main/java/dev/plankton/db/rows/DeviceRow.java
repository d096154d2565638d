package dev.plankton.db.rows;

import dev.plankton.contracts.ids.RunId;
import java.util.Optional;

/**
 * The device that a round of a run was trained on.
 *
 * @param backend {@code cpu} or {@code cuda}
 * @param device name of the processor or the card
 * @param computeCapability of a card, such as 8.6; empty for a CPU
 * @param memoryBytes of the card, or of the machine
 * @param threads CPU threads that computed; 0 on a card
 */
public record DeviceRow(
        RunId runId,
        int round,
        String backend,
        String device,
        Optional<String> computeCapability,
        long memoryBytes,
        int threads) {}
