package dev.plankton.model;

/** @param model {@code champion}, another alias, or the id of a run, a training or a model */
public record ModelLookupInput(String model) {}
