package dev.plankton.export;

/**
 * The embeddings under one checkpoint.
 *
 * @param embeddings artifact id of a Parquet file, one row for each image of the dataset, in its order
 */
public record ExportOutput(int round, String embeddings) {}
