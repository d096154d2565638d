package dev.plankton.contracts.formats;

import com.jerolba.carpet.annotation.Alias;
import com.jerolba.carpet.annotation.NotNull;
import java.util.List;

/**
 * One new object in the table of predictions; its components are the columns of a Parquet file, called as in the CSV.
 * Public because the
 * Parquet library calls the accessors.
 */
public record PredictionRow(
        @NotNull String image,
        @NotNull String source,
        @Alias("object_id") @NotNull String objectId,
        @Alias("predicted_class") @NotNull String predictedClass,
        double confidence,
        double distance,
        double score,
        boolean far,
        @NotNull List<@NotNull Nearest> nearest) {

    /** A labelled image near the new one. */
    public record Nearest(
            @NotNull String image,
            @NotNull String source,
            @Alias("class") @NotNull String labelledClass,
            double distance) {}
}
