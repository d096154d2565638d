package dev.plankton.network;

/**
 * What the network looks like.
 *
 * @param features where the backbone is cut and pooled ("avg_pool")
 * @param side height and width of its input in pixels
 * @param dimensions length of an embedding
 */
public record NetworkSettings(Backbone backbone, Head head, String features, int side, int dimensions) {}
