package dev.plankton.network;

/**
 * How far a round has come.
 *
 * @param step finished steps
 * @param lossSum of the losses of these steps
 * @param images that passed through the network
 * @param seconds that these steps took
 */
record RoundPosition(int round, int step, double lossSum, long images, double seconds) {
    static final RoundPosition NONE = start(0);

    static RoundPosition start(int round) {
        return new RoundPosition(round, 0, 0, 0, 0);
    }
}
