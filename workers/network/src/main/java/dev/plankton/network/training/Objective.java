package dev.plankton.network.training;

import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.Miner;

/** What training minimises: the loss of a whole batch. To add one, write a class and a case in {@link #of}. */
@FunctionalInterface
public interface Objective {
    /**
     * The loss of a batch and its gradient.
     *
     * @param loss loss of the batch
     * @param slopes gradient of the loss with respect to the dense layer's outputs, shape rows x dimensions
     * @param meanPairwiseDistance mean Euclidean distance between two embeddings of the batch
     * @param meanOutputNorm mean length of the dense layer's output, before the head's function
     * @param activeTriplets share, 0 to 1, of the triplets that the miner could choose whose loss is above 0
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

    /** The objective for the given choices. @param margin in squared distance */
    static Objective of(Head head, Loss loss, Miner miner, double margin) {
        TripletLoss triplets = switch (loss) {
            case STANDARD -> new StandardTripletLoss(margin);
            case GEOMETRIC -> new GeometricTripletLoss(margin);
            case ALTERNATIVE -> new AlternativeTripletLoss(margin);
        };
        return new TripletObjective(head, triplets, miner, margin);
    }
}
