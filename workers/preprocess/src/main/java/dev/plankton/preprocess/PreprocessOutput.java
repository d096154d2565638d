package dev.plankton.preprocess;

/**
 * @param shard position of the shard in its import
 * @param images artifact id of the {@link dev.plankton.runtime.formats.ImageShard}
 * @param preprocessed artifact id of the {@link dev.plankton.runtime.formats.PreprocessedShard}
 */
public record PreprocessOutput(int shard, String images, String preprocessed) {}
