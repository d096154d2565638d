package dev.plankton.verify;

/** @param run the id of a run, {@code latest} or {@code previous} */
public record VerifyInput(String run) {}
