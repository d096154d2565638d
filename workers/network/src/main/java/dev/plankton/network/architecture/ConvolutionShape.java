package dev.plankton.network.architecture;

import java.util.List;

/**
 * The shape of one convolution of Inception v3.
 *
 * @param number its place in the order in which Keras creates the convolutions, from 1
 * @param outputs number of filters
 * @param inputs number of channels that it reads
 * @param height height of a filter in pixels
 * @param width width of a filter in pixels
 */
public record ConvolutionShape(int number, int outputs, int inputs, int height, int width) {

    /** The name of the convolution in our network, and in Keras' first file of weights. */
    public String layer() {
        return "conv2d_" + number;
    }

    /** The shape in which Keras and TensorFlow store the filters: height x width x inputs x outputs. */
    public List<Integer> kernel() {
        return List.of(height, width, inputs, outputs);
    }

    /** Number of values in its filters. */
    public int size() {
        return outputs * inputs * height * width;
    }
}
