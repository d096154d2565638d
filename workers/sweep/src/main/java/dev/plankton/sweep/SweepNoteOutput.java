package dev.plankton.sweep;

/** @param run the id of the run that the combination was given to */
public record SweepNoteOutput(int number, String run) {}
