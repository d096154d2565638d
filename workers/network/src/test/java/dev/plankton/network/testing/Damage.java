package dev.plankton.network.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages files with a fixed seed: the end cut off, or one to three bytes changed. */
public final class Damage {
    private static final int CUT_EVERY = 5;

    private Damage() {}

    /** @param count how many damaged copies are made */
    public static List<byte[]> copies(byte[] sound, int count) {
        Random random = new Random(1);
        byte[][] all = new byte[count][];
        for (int i = 0; i < count; i++) {
            boolean cut = i % CUT_EVERY == 0;
            byte[] changed = cut ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
            for (int j = 0; j < 1 + i % 3 && !cut; j++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            all[i] = changed;
        }
        return List.of(all);
    }
}
