package dev.plankton.contracts.formats;

import com.jerolba.carpet.annotation.Alias;
import com.jerolba.carpet.annotation.NotNull;
import java.util.List;

/**
 * One image with its embedding and the class that the classifier predicts; its components are the columns of a Parquet
 * file. Public because the Parquet library calls the accessors.
 */
public record VectorRow(
        @NotNull String image,
        @Alias("class") @NotNull String className,
        @NotNull String split,
        @NotNull List<@NotNull Float> vector,
        @Alias("predicted_class") @NotNull String predictedClass,
        float confidence) {}
