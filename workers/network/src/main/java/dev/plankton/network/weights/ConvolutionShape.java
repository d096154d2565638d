package dev.plankton.network.weights;

import java.util.List;

/**
 * One convolution of Inception v3.
 *
 * @param number its place in the order in which Keras creates the convolutions, from 1
 * @param outputs its filters
 * @param inputs channels that it reads
 * @param height of a filter
 * @param width of a filter
 */
public record ConvolutionShape(int number, int outputs, int inputs, int height, int width) {

    /** The name of the convolution in our network, and in Keras' first file of weights. */
    public String layer() {
        return "conv2d_" + number;
    }

    /** The shape in which Keras and TensorFlow keep the filters: height x width x inputs x outputs. */
    List<Integer> kernel() {
        return List.of(height, width, inputs, outputs);
    }

    /** Values in its filters. */
    int size() {
        return outputs * inputs * height * width;
    }
}
