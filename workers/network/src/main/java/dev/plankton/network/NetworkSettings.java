package dev.plankton.network;

/**
 * What the network looks like (SPEC 3).
 *
 * @param features where the backbone is cut and pooled: "avg_pool", or one of its stages ("mixed8")
 * @param side height and width of its input in pixels
 * @param dimensions length of an embedding
 * @param scaling of grey values, which follows the weights that it began with
 */
public record NetworkSettings(
        Backbone backbone, Head head, String features, int side, int dimensions, InputScaling scaling) {
    private static final int LARGEST_SIDE = 1024;
    private static final int MOST_DIMENSIONS = 4096;

    /** @throws IllegalArgumentException for what cannot be built, in one sentence */
    public NetworkSettings {
        Architecture architecture = Architecture.of(backbone);
        if (!features.equals(Architecture.WHOLE) && !architecture.stages().contains(features)) {
            throw new IllegalArgumentException("features %s are unknown to backbone %s: use %s or one of %s"
                    .formatted(
                            features, spelled(backbone), Architecture.WHOLE, String.join(", ", architecture.stages())));
        }
        if (side < architecture.smallestSide() || side > LARGEST_SIDE) {
            throw new IllegalArgumentException("networkSide must be %d to %d for backbone %s, and is %d"
                    .formatted(architecture.smallestSide(), LARGEST_SIDE, spelled(backbone), side));
        }
        if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
            throw new IllegalArgumentException(
                    "dimensions must be 1 to %d, and is %d".formatted(MOST_DIMENSIONS, dimensions));
        }
    }

    private static String spelled(Backbone backbone) {
        return switch (backbone) {
            case SMALL -> "small";
            case INCEPTION_V3 -> "inception-v3";
        };
    }

    Architecture architecture() {
        return Architecture.of(backbone);
    }

    /** How many features are pooled from an image. */
    public int featureCount() {
        Architecture architecture = architecture();
        return architecture.shape(architecture.stage(features), side).channels();
    }
}
