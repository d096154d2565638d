package dev.plankton.contracts.columns;

import java.util.Arrays;
import java.util.List;

/**
 * Finds digests in a list, with 8 bytes of memory for each. Digests only: their hash codes are spread, whatever the
 * files are that they stand for, so that nobody can make many of them collide. Not thread-safe while it grows.
 */
public final class DigestIndex {
    /** What {@link #find} answers if there is no such digest. */
    public static final int ABSENT = -1;

    private final List<String> digests;
    private int[] slots = filled(16);
    private int known;

    /** @param digests a list in which each digest is once, with quick access to every place */
    public DigestIndex(List<String> digests) {
        this.digests = digests;
        grow();
    }

    /** Takes note of what was added to the list. */
    public void grow() {
        for (; known < digests.size(); known++) {
            if (2 * (known + 1) > slots.length) {
                slots = filled(2 * slots.length);
                for (int i = 0; i < known; i++) {
                    slots[free(digests.get(i))] = i;
                }
            }
            slots[free(digests.get(known))] = known;
        }
    }

    /** The place of a digest in the list, or {@link #ABSENT}. */
    public int find(String digest) {
        int slot = start(digest);
        while (slots[slot] != ABSENT && !digests.get(slots[slot]).equals(digest)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slots[slot];
    }

    private int free(String digest) {
        int slot = start(digest);
        while (slots[slot] != ABSENT) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private int start(String digest) {
        int hash = digest.hashCode();
        return (hash ^ (hash >>> 16)) & (slots.length - 1);
    }

    private static int[] filled(int size) {
        int[] slots = new int[size];
        Arrays.fill(slots, ABSENT);
        return slots;
    }
}
