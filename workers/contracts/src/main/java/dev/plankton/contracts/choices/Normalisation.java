package dev.plankton.contracts.choices;

/** The values that a backbone from an ONNX file expects, from grey values g of 0 (black) to 255 (white). */
public enum Normalisation {
    /** (g / 255 - mean) / deviation, with ImageNet's mean and deviation of each colour: most networks of PyTorch. */
    IMAGENET,
    /** g / 127.5 - 1, from -1 to 1: most networks of Keras. */
    SIGNED,
    /** g / 255, from 0 to 1. */
    UNIT;

    private static final float[] MEANS = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATIONS = {0.229f, 0.224f, 0.225f};

    /**
     * The value of a pixel in one channel.
     *
     * @param channel 0 red, 1 green, 2 blue; an image with one channel has only 0
     */
    public float apply(int grey, int channel) {
        return switch (this) {
            case IMAGENET -> (grey / 255f - MEANS[channel]) / DEVIATIONS[channel];
            case SIGNED -> grey / 127.5f - 1;
            case UNIT -> grey / 255f;
        };
    }
}
