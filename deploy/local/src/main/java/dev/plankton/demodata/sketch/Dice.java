package dev.plankton.demodata.sketch;

import java.util.Random;

/** Seeded random choices of the kinds that drawing needs. */
public final class Dice {
    private final Random random;

    public Dice(long seed) {
        this.random = new Random(seed);
    }

    /** Uniform between two numbers. */
    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A whole number from low to high, both included. */
    public int whole(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Minus one or one. */
    public int sign() {
        return random.nextBoolean() ? 1 : -1;
    }

    /** Normal with mean 0. */
    public double normal(double deviation) {
        return deviation * random.nextGaussian();
    }
}
