package dev.plankton.predict;

/**
 * @param section artifact id of the {@link dev.plankton.runtime.formats.ReportSection}
 * @param result artifact id of the {@link Summary}
 * @param images how many were classified
 * @param far how many of them are flagged
 * @param leftOut how many could not be used
 */
public record PredictOutput(String section, String result, int images, int far, int leftOut) {}
