package dev.plankton.verify;

/**
 * @param run the run whose artifacts were read
 * @param artifacts how many were read; all of them are sound
 * @param bytes how long they are together
 */
public record VerifyOutput(String run, int artifacts, long bytes) {}
