package dev.plankton.network.objective;

import dev.plankton.contracts.choices.Head;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What training minimises: the loss of a whole batch. To add one, write a class and a case in {@link #of}. One thread at
 * a time.
 */
@FunctionalInterface
public interface Objective {
    /**
     * The loss of a batch and its gradient.
     *
     * @param loss loss of the batch
     * @param slopes gradient of the loss with respect to the dense layer's outputs, shape rows x dimensions
     * @param meanPairwiseDistance mean Euclidean distance between two embeddings of the batch
     * @param meanOutputNorm mean length of the dense layer's output, before the head's function
     * @param activeTriplets share, 0 to 1, of what still teaches the network something: of the triplets that the miner could
     *     choose, those whose loss is above 0; with a loss that has no triplets, of the images those to which another
     *     class is nearer than their own
     */
    @SuppressWarnings("ArrayRecordComponent") // plain numbers for an engine
    record Result(
            double loss,
            double[][] slopes,
            double meanPairwiseDistance,
            double meanOutputNorm,
            double activeTriplets) {}

    /**
     * Computes the loss and its gradient.
     *
     * @param outputs outputs of the dense layer, before the head's function, shape rows x dimensions
     * @param classes class of each row
     */
    Result evaluate(double[][] outputs, int[] classes);

    /** Called before the batches of a round. @param classes the classes that are trained on, ascending */
    default void begin(int[] classes, int dimensions) {
        begin(classes, dimensions, Map::of);
    }

    /**
     * Called before the batches of a round, where the network already tells classes apart.
     *
     * @param classes the classes that are trained on, ascending
     * @param means the mean embedding of images of each class, in which an objective that learns a direction of each
     *     class lets those begin that it has not learned yet; not computed if there are none
     */
    default void begin(int[] classes, int dimensions, Supplier<Map<Integer, double[]>> means) {}

    /** Called after each batch that was trained on, for an objective that itself learns. */
    default void step(double learningRate) {}

    /** What an objective has learned, by name, for a checkpoint. */
    default Map<String, float[]> state() {
        return Map.of();
    }

    /**
     * The objective for the given choices.
     *
     * @param momentum of the vectors that an objective itself learns
     * @param seed of the first directions of these vectors
     * @param state what the objective of an earlier round had learned; empty for a new training
     */
    static Objective of(Head head, LossSettings loss, double momentum, long seed, Map<String, float[]> state) {
        double margin = loss.similarityMargin();
        double scale = loss.similarityScale();
        return switch (loss.loss()) {
            case STANDARD -> new TripletObjective(head, new StandardTripletLoss(loss.margin()), loss);
            case GEOMETRIC -> new TripletObjective(head, new GeometricTripletLoss(loss.margin()), loss);
            case ALTERNATIVE -> new TripletObjective(head, new AlternativeTripletLoss(loss.margin()), loss);
            case MULTI_SIMILARITY -> new PairObjective(new MultiSimilarityLoss(margin, scale));
            case SUPERVISED_CONTRASTIVE -> new PairObjective(new SupervisedContrastiveLoss(scale));
            case PROXY_ANCHOR ->
                new ProxyObjective(new ProxyAnchorLoss(margin, scale), new Proxies(momentum, seed, state));
            case ARCFACE -> new ProxyObjective(new ArcFaceLoss(margin, scale), new Proxies(momentum, seed, state));
        };
    }
}
