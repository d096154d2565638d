package dev.plankton.sweep;

import dev.plankton.db.rows.SweptRun;
import dev.plankton.runtime.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A run of a sweep, in its place.
 *
 * @param number of its combination, from 1
 * @param values what it has for itself
 * @param status COMPLETED, FAILED or RUNNING
 * @param reason why it failed; blank otherwise
 * @param rankedBy the figure that decides, on validation images; 0 if there is none
 * @param accuracy of its best checkpoint on validation images; 0 if there is none
 * @param testAccuracy of that checkpoint on test images; 0 if there is none
 */
public record RankedRun(
        int number,
        String run,
        Map<String, Object> values,
        String status,
        String reason,
        double rankedBy,
        double accuracy,
        double testAccuracy) {

    static RankedRun of(SweptRun run) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        Json.read(run.valuesJson().getBytes(StandardCharsets.UTF_8), Map.class)
                .forEach((key, value) -> values.put(String.valueOf(key), value));
        return new RankedRun(
                run.number(),
                run.run(),
                values,
                run.status(),
                run.reason(),
                run.rankedBy(),
                run.accuracy(),
                run.testAccuracy());
    }

    boolean completed() {
        return status.equals("COMPLETED");
    }
}
