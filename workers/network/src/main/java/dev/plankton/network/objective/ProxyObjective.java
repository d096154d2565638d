package dev.plankton.network.objective;

import dev.plankton.contracts.choices.Head;
import dev.plankton.network.architecture.HeadFunction;
import java.util.Map;
import java.util.function.Supplier;

/** A loss over the similarities of a batch to the proxies of all classes, for embeddings of length 1. */
final class ProxyObjective implements Objective {
    private final ProxyLoss loss;
    private final Proxies proxies;
    /** The gradient of the last batch with respect to the proxies. */
    private double[][] slopesOfProxies = new double[0][];

    ProxyObjective(ProxyLoss loss, Proxies proxies) {
        this.loss = loss;
        this.proxies = proxies;
    }

    @Override
    public void begin(int[] classes, int dimensions, Supplier<Map<Integer, double[]>> means) {
        proxies.begin(classes, dimensions, means);
    }

    @Override
    public Result evaluate(double[][] outputs, int[] classes) {
        int rows = outputs.length;
        int[] own = proxies.of(classes);
        double[][] embeddings = HeadFunction.embeddings(Head.SPHERE, outputs);
        double[][] directions = HeadFunction.embeddings(Head.SPHERE, proxies.vectors());
        double[][] cosines = Vectors.dots(embeddings, directions);
        double[][] byCosine = new double[rows][directions.length];
        double value = loss.of(cosines, own, byCosine);
        double[][] slopes = new double[rows][];
        double[][] byDirection = new double[directions.length][embeddings[0].length];
        int wrong = 0;
        for (int row = 0; row < rows; row++) {
            double[] byEmbedding = new double[embeddings[row].length];
            int nearest = 0;
            for (int proxy = 0; proxy < directions.length; proxy++) {
                Vectors.add(byEmbedding, byCosine[row][proxy], directions[proxy]);
                Vectors.add(byDirection[proxy], byCosine[row][proxy], embeddings[row]);
                nearest = cosines[row][proxy] > cosines[row][nearest] ? proxy : nearest;
            }
            wrong += nearest == own[row] ? 0 : 1;
            slopes[row] = HeadFunction.backwards(Head.SPHERE, outputs[row], embeddings[row], byEmbedding);
        }
        slopesOfProxies = new double[directions.length][];
        for (int proxy = 0; proxy < directions.length; proxy++) {
            slopesOfProxies[proxy] = HeadFunction.backwards(
                    Head.SPHERE, proxies.vectors()[proxy], directions[proxy], byDirection[proxy]);
        }
        return new Result(
                value,
                slopes,
                Vectors.meanDistance(Vectors.squaredDistances(embeddings)),
                Vectors.meanLength(outputs),
                wrong / (double) Math.max(1, rows));
    }

    /** The gradient with respect to the proxies, shape proxies x dimensions, for tests. */
    double[][] slopesOfProxies() {
        return slopesOfProxies;
    }

    @Override
    public void step(double learningRate) {
        proxies.step(slopesOfProxies, learningRate);
    }

    @Override
    public Map<String, float[]> state() {
        return proxies.state();
    }
}
