package dev.plankton.steps.vectorimport;

/**
 * One image as it was uploaded, not yet checked.
 *
 * @param vector its embedding
 */
@SuppressWarnings("ArrayRecordComponent") // plain numbers
record UploadedVector(String image, String className, String split, float[] vector) {}
