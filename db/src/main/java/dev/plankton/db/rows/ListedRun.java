package dev.plankton.db.rows;

import dev.plankton.contracts.ids.RunId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A run in a list.
 *
 * @param status as in {@code history.run}
 * @param reason why it is not complete; empty if it is, or runs
 * @param dataset names of its datasets
 * @param accuracy of its best checkpoint on validation images, 0 to 1
 * @param testAccuracy the same on test images
 * @param classifierAccuracy of its classifier on test images
 * @param report the key of its report's page in the store
 */
public record ListedRun(
        RunId runId,
        String workflow,
        String status,
        String reason,
        Instant startedAt,
        Optional<String> dataset,
        OptionalDouble accuracy,
        OptionalDouble testAccuracy,
        OptionalDouble classifierAccuracy,
        Optional<String> report) {}
