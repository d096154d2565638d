package dev.plankton.network.checkpoint;

/**
 * The position inside a round.
 *
 * @param step number of finished steps
 * @param lossSum sum of the losses of these steps
 * @param images images that passed through the network in these steps
 * @param seconds time that these steps took, in seconds
 */
public record RoundPosition(int round, int step, double lossSum, long images, double seconds) {
    public static final RoundPosition NONE = start(0);

    public static RoundPosition start(int round) {
        return new RoundPosition(round, 0, 0, 0, 0);
    }
}
