package dev.plankton.local;

import java.util.Map;

/** Inputs of {@code plankton_embedding} with which a run on a few hundred images takes half a minute. */
public final class SmallRun {
    /** The dataset is {@code bay}, which a test has to upload. */
    public static final Map<String, Object> INPUT = Map.ofEntries(
            Map.entry("dataset", "bay"),
            Map.entry("side", 96),
            Map.entry("shardImages", 150),
            Map.entry("rounds", 2),
            Map.entry("stepsPerEpoch", 3),
            Map.entry("epochsPerRound", 2),
            Map.entry("validationSteps", 1),
            Map.entry("warmupSteps", 2),
            Map.entry("networkSide", 32),
            Map.entry("classesPerBatch", 8),
            Map.entry("imagesPerClassInBatch", 2),
            Map.entry("classifierEpochs", "3"),
            Map.entry("classifierUnits", 32),
            Map.entry("pcaFramesBetween", 0),
            Map.entry("relationsMaxImages", 60));

    private SmallRun() {}
}
