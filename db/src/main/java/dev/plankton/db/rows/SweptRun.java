package dev.plankton.db.rows;

/**
 * A run of a sweep.
 *
 * @param number of its combination, from 1
 * @param valuesJson what it has for itself
 * @param status COMPLETED, FAILED or RUNNING
 * @param reason why it failed; blank otherwise
 * @param rankedBy the figure that decides, on validation images; 0 if there is none
 * @param accuracy of its best checkpoint on validation images; 0 if there is none
 * @param testAccuracy of that checkpoint on test images; 0 if there is none
 */
public record SweptRun(
        int number,
        String run,
        String valuesJson,
        String status,
        String reason,
        double rankedBy,
        double accuracy,
        double testAccuracy) {}
