package dev.plankton.relations;

import dev.plankton.runtime.formats.EmbeddingTable;
import java.util.BitSet;
import java.util.SplittableRandom;

/** Draws some rows of a table at random, in their order; the same seed draws the same ones. */
final class Sample {
    private Sample() {}

    static EmbeddingTable atMost(int count, EmbeddingTable table, long seed) {
        if (table.size() <= count) {
            return table;
        }
        SplittableRandom random = new SplittableRandom(seed);
        BitSet chosen = new BitSet(table.size());
        // Floyd's algorithm: each set of rows is equally likely.
        for (int last = table.size() - count; last < table.size(); last++) {
            int drawn = random.nextInt(last + 1);
            chosen.set(chosen.get(drawn) ? last : drawn);
        }
        return table.select(chosen::get);
    }
}
