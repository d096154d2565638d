package dev.plankton.db.rows;

/** How many images of one class were taken for another, or rightly for their own. */
public record ConfusionCell(String trueClass, String predictedClass, int images) {}
