package dev.plankton.network.objective;

/** A loss over the cosine similarities of all pairs of images in a batch. */
@FunctionalInterface
interface PairLoss {
    /**
     * The loss of a batch.
     *
     * @param cosines cosine of the angle between two embeddings, shape rows x rows
     * @param classes class of each row
     * @param slopes takes the derivative of the loss with respect to each cosine, shape rows x rows. The cosine of two
     *     rows stands there twice; each counts by itself
     */
    double of(double[][] cosines, int[] classes, double[][] slopes);
}
