package dev.plankton.finish;

/** What the workflow made, as {@link FinishInput} has it. */
public record FinishOutput(String datasetId, String trainingId, String reportKey) {}
