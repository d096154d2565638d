package dev.plankton.db.rows;

import dev.plankton.contracts.ids.RunId;
import java.util.Optional;

/**
 * A run of a sweep.
 *
 * @param number of its combination, from 1
 * @param run empty if it could not be started
 * @param valuesJson the input values of its combination
 * @param status COMPLETED, FAILED, TERMINATED or RUNNING
 * @param reason why it failed; blank otherwise
 * @param rankedBy the figure that ranks the runs, on validation images; 0 if there is none
 * @param accuracy of its best checkpoint on validation images; 0 if there is none
 * @param testAccuracy of that checkpoint on test images; 0 if there is none
 */
public record SweptRun(
        int number,
        Optional<RunId> run,
        String valuesJson,
        String status,
        String reason,
        double rankedBy,
        double accuracy,
        double testAccuracy) {}
