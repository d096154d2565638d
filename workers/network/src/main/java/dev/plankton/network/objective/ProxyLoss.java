package dev.plankton.network.objective;

/** A loss over the cosine similarities of each image of a batch to a proxy of each class, a vector that is learned. */
@FunctionalInterface
interface ProxyLoss {
    /**
     * The loss of a batch.
     *
     * @param cosines cosine of the angle between an embedding and a proxy, shape rows x proxies
     * @param proxies the proxy of each row's own class
     * @param slopes takes the derivative of the loss with respect to each cosine, shape rows x proxies
     */
    double of(double[][] cosines, int[] proxies, double[][] slopes);
}
