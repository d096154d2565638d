package dev.plankton.sweep;

/** @param rankBy accuracy, balancedAccuracy, macroF1 or classifierAccuracy, on validation images */
public record SweepRankingInput(String rankBy) {}
