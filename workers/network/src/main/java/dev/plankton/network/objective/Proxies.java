package dev.plankton.network.objective;

import dev.plankton.contracts.choices.Head;
import dev.plankton.network.architecture.HeadFunction;
import dev.plankton.network.data.Seeds;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A vector for each class that is trained on, learned with the network by the same gradient descent. Only its direction
 * counts. Engines know nothing of proxies, so that they are the same for all.
 */
final class Proxies {
    private static final String VECTORS = "proxies/";
    private static final String VELOCITY = "velocities/";

    private final double momentum;
    private final long seed;
    private final Map<String, float[]> saved;
    private int[] classes = new int[0];
    private double[][] vectors = new double[0][];
    private double[][] velocities = new double[0][];

    /** @param saved what {@link #state} returned when an earlier round ended; empty for a new training */
    Proxies(double momentum, long seed, Map<String, float[]> saved) {
        this.momentum = momentum;
        this.seed = seed;
        this.saved = saved;
    }

    /**
     * Takes a proxy for each of these classes: the saved one, or one in the direction of the mean of its class, or, for
     * a class without a mean, in a direction that is drawn from the seed.
     *
     * @param means asked only if a class has no saved proxy
     */
    void begin(int[] presentClasses, int dimensions, Supplier<Map<Integer, double[]>> means) {
        if (Arrays.equals(classes, presentClasses)) {
            return;
        }
        classes = presentClasses.clone();
        vectors = new double[classes.length][];
        velocities = new double[classes.length][];
        boolean complete = Arrays.stream(classes).allMatch(label -> saved.containsKey(VECTORS + label));
        Map<Integer, double[]> first = complete ? Map.of() : means.get();
        for (int i = 0; i < classes.length; i++) {
            int label = classes[i];
            float[] kept = saved.get(VECTORS + label);
            vectors[i] = kept == null ? unit(first.getOrDefault(label, drawn(label, dimensions))) : doubles(kept);
            velocities[i] = doubles(saved.getOrDefault(VELOCITY + label, new float[dimensions]));
        }
    }

    private double[] drawn(int label, int dimensions) {
        SplittableRandom random = Seeds.random(seed, label);
        return IntStream.range(0, dimensions)
                .mapToDouble(i -> random.nextGaussian())
                .toArray();
    }

    private static double[] unit(double[] vector) {
        return doubles(HeadFunction.floats(HeadFunction.embedding(Head.SPHERE, vector)));
    }

    double[][] vectors() {
        return vectors;
    }

    /**
     * The position among the proxies of each row's class.
     *
     * @throws IllegalArgumentException if a class is not trained on
     */
    int[] of(int[] rowClasses) {
        int[] positions = new int[rowClasses.length];
        for (int row = 0; row < positions.length; row++) {
            positions[row] = Arrays.binarySearch(classes, rowClasses[row]);
            if (positions[row] < 0) {
                throw new IllegalArgumentException("class %d is not trained on".formatted(rowClasses[row]));
            }
        }
        return positions;
    }

    /** One step of gradient descent. @param slopes shape proxies x dimensions */
    void step(double[][] slopes, double learningRate) {
        for (int i = 0; i < vectors.length; i++) {
            for (int j = 0; j < vectors[i].length; j++) {
                // 32 bits, as in a snapshot, so that training goes on from one as if it had not stopped
                velocities[i][j] = (float) (momentum * velocities[i][j] + learningRate * slopes[i][j]);
                vectors[i][j] = (float) (vectors[i][j] - velocities[i][j]);
            }
        }
    }

    /** What a checkpoint keeps of them, by name. */
    Map<String, float[]> state() {
        Map<String, float[]> state = new TreeMap<>(saved);
        for (int i = 0; i < classes.length; i++) {
            state.put(VECTORS + classes[i], HeadFunction.floats(vectors[i]));
            state.put(VELOCITY + classes[i], HeadFunction.floats(velocities[i]));
        }
        return state;
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
