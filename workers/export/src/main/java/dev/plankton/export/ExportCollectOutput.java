package dev.plankton.export;

/**
 * All embeddings of a training.
 *
 * @param embeddings artifact id of the embeddings' manifest
 * @param bestRound the round with the highest validation accuracy
 */
public record ExportCollectOutput(String embeddings, int bestRound) {}
