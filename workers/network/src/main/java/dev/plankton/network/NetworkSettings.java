package dev.plankton.network;

/**
 * What the network looks like.
 *
 * @param features where the backbone is cut and pooled ("avg_pool")
 * @param side height and width of its input in pixels
 * @param dimensions length of an embedding
 */
public record NetworkSettings(Backbone backbone, Head head, String features, int side, int dimensions) {
    private static final int LARGEST_SIDE = 1024;
    private static final int MOST_DIMENSIONS = 4096;

    /** @throws IllegalArgumentException for what cannot be built, in one sentence */
    public NetworkSettings {
        if (backbone == Backbone.INCEPTION_V3) {
            throw new IllegalArgumentException("backbone inception-v3 is not built yet; use small");
        }
        if (!features.equals("avg_pool")) {
            throw new IllegalArgumentException(
                    "features %s are not built yet: the whole backbone is pooled, use avg_pool".formatted(features));
        }
        if (side < SmallBackbone.SMALLEST_SIDE || side > LARGEST_SIDE) {
            throw new IllegalArgumentException("networkSide must be %d to %d for backbone small, and is %d"
                    .formatted(SmallBackbone.SMALLEST_SIDE, LARGEST_SIDE, side));
        }
        if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
            throw new IllegalArgumentException(
                    "dimensions must be 1 to %d, and is %d".formatted(MOST_DIMENSIONS, dimensions));
        }
    }
}
