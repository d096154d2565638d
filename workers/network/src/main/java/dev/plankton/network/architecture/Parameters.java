package dev.plankton.network.architecture;

/**
 * Names and layout of the parameters of a network, the same for every engine. Names consist of layer and parameter
 * ("conv2d_7/W"); each parameter is one array, row by row. Weights of a convolution are filters x channels x height x
 * width, weights of the dense layer are dimensions x features. Every other parameter has one value per filter or
 * dimension.
 */
public final class Parameters {
    /** The dense layer at the end of a network. */
    public static final String EMBEDDING = "embedding";
    /** Weights of a convolution or of the dense layer. */
    public static final String WEIGHTS = "W";
    /** Shift of a convolution's batch normalisation. */
    public static final String SHIFT = "shift";
    /** Running mean of a convolution's batch normalisation. */
    public static final String MEAN = "mean";
    /** Running variance of a convolution's batch normalisation. */
    public static final String VARIANCE = "variance";
    /** Shift of the dense layer. */
    public static final String BIAS = "b";

    private Parameters() {}

    /** The full name of a layer's parameter. */
    public static String name(String layer, String parameter) {
        return layer + "/" + parameter;
    }
}
