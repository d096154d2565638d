package dev.plankton.network.training;

import dev.plankton.contracts.choices.Head;
import dev.plankton.network.architecture.HeadFunction;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.data.Batch;
import dev.plankton.network.data.InputBatch;
import dev.plankton.network.data.TrainingPool;
import dev.plankton.network.data.Variation;
import dev.plankton.network.training.BatchSampler.Purpose;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a network that was trained before puts each class: first directions for losses that learn a direction of each
 * class ("weight imprinting", Qi, Brown and Lowe 2018).
 */
record ClassMeans(NetworkSettings network, TrainingSettings training, Learner learner) {
    private static final int MOST_OF_A_CLASS = 20;
    /** So that it takes minutes at most. */
    private static final int MOST_IN_ALL = 2_000;

    /** The mean embedding of some images of each class, length dimensions, by class; the draw depends on the seed. */
    Map<Integer, double[]> of(TrainingPool pool) {
        Map<Integer, double[]> means = new TreeMap<>();
        for (Batch batch :
                new BatchSampler(pool, training, Purpose.DIRECTIONS).ofEachClass(MOST_OF_A_CLASS, MOST_IN_ALL)) {
            double[][] outputs = learner.outputs(InputBatch.of(pool, batch, Variation.SYMMETRIES, network));
            means.put(batch.classes()[0], mean(HeadFunction.embeddings(Head.SPHERE, outputs)));
        }
        return means;
    }

    private static double[] mean(double[][] rows) {
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / rows.length;
            }
        }
        return mean;
    }
}
