package dev.plankton.network.embedding;

import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.contracts.choices.Head;
import dev.plankton.network.architecture.HeadFunction;
import dev.plankton.network.data.Symmetries;
import dev.plankton.network.engine.Embedder;
import java.util.List;

/**
 * Embeds each image in its eight symmetries and returns the mean, of length 1 if the head's embeddings have it. Which way
 * up an organism lay then makes no difference; it takes eight times as long. It owns the embedder.
 */
record MeanOfSymmetries(Embedder embedder, Head head) implements Embedder {

    @Override
    public EmbeddingEngine engine() {
        return embedder.engine();
    }

    @Override
    public int dimensions() {
        return embedder.dimensions();
    }

    @Override
    public float[][] embed(List<byte[]> images, int side) {
        double[][] sums = new double[images.size()][dimensions()];
        for (int symmetry = 0; symmetry < Symmetries.COUNT; symmetry++) {
            int turn = symmetry;
            float[][] rows = embedder.embed(
                    images.stream()
                            .map(pixels -> Symmetries.apply(turn, side, pixels))
                            .toList(),
                    side);
            for (int image = 0; image < rows.length; image++) {
                for (int i = 0; i < rows[image].length; i++) {
                    sums[image][i] += rows[image][i];
                }
            }
        }
        float[][] means = new float[sums.length][];
        for (int image = 0; image < sums.length; image++) {
            means[image] = mean(sums[image]);
        }
        return means;
    }

    private float[] mean(double[] sums) {
        double divisor = switch (head) {
            case SIGMOID -> Symmetries.COUNT;
            case SPHERE -> HeadFunction.length(sums);
        };
        float[] mean = new float[sums.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sums[i] / divisor);
        }
        return mean;
    }

    @Override
    public void close() {
        embedder.close();
    }
}
