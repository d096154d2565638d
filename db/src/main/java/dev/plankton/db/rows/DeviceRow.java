package dev.plankton.db.rows;

import dev.plankton.contracts.ids.RunId;
import java.util.Optional;

/**
 * The device that a round of a run was trained on, and the library that computed on it.
 *
 * @param engine the library: {@code dl4j} or {@code pytorch}
 * @param precision the numbers that it calculated with: {@code fp32} or {@code bf16}
 * @param choice why it was chosen
 * @param backend {@code cpu} or {@code cuda}
 * @param device name of the processor or the card
 * @param computeCapability of a card, such as 8.6; empty for a CPU
 * @param memoryBytes of the card, or of the machine
 * @param threads CPU threads that computed; 0 on a card
 */
public record DeviceRow(
        RunId runId,
        int round,
        String engine,
        String precision,
        String choice,
        String backend,
        String device,
        Optional<String> computeCapability,
        long memoryBytes,
        int threads) {}
