package dev.plankton.db.rows;

/**
 * The model that a name stands for.
 *
 * @param modelId artifact id of its manifest
 * @param reason why the name stands for it, as half a sentence
 */
public record FoundModel(String modelId, String reason) {}
