package dev.plankton.network.data;

import java.util.SplittableRandom;

/** Random sources that depend only on the numbers from which they are made. */
public final class Seeds {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    /** The same numbers in the same order give the same draws; other numbers give unrelated draws. */
    public static SplittableRandom random(long... numbers) {
        long hash = 0;
        for (long number : numbers) {
            hash = mix(hash + GOLDEN + mix(number + GOLDEN));
        }
        return new SplittableRandom(hash);
    }

    /** Draws uniformly between -bound and +bound. */
    public static float[] uniform(SplittableRandom random, int count, double bound) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
        return values;
    }

    // The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
