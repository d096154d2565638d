package dev.plankton.contracts.formats;

import com.jerolba.carpet.annotation.NotNull;
import java.util.List;

/**
 * One new image in the table of predictions; its components are the columns of a Parquet file. Public because the
 * Parquet library calls the accessors.
 */
public record PredictionRow(
        @NotNull String image,
        @NotNull String source,
        @NotNull String objectId,
        @NotNull String predictedClass,
        double confidence,
        double distance,
        boolean far,
        @NotNull List<@NotNull Nearest> nearest) {

    /** A labelled image near the new one. */
    public record Nearest(
            @NotNull String image,
            @NotNull String source,
            @NotNull String labelledClass,
            double distance) {}
}
