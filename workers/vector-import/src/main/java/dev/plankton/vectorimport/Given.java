package dev.plankton.vectorimport;

/**
 * One image as it was given, not yet checked.
 *
 * @param vector its embedding
 */
@SuppressWarnings("ArrayRecordComponent") // plain numbers
record Given(String image, String className, String split, float[] vector) {}
