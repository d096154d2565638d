package dev.plankton.contracts.formats;

import java.util.Arrays;

/** A Huffman code as Deflate writes it: of at most 15 bits, and told by its lengths alone (RFC 1951, 3.2.2). */
final class PrefixCode {
    private static final int MOST_BITS = 15;

    private final int[] lengths;
    private final int[] codes;

    private PrefixCode(int[] lengths) {
        this.lengths = lengths;
        this.codes = codes(lengths);
    }

    /** @param counts how often each symbol occurs; at least one does */
    static PrefixCode of(int[] counts) {
        int[] flatter = counts.clone();
        int[] lengths = lengths(flatter);
        while (longest(lengths) > MOST_BITS) {
            // Rare symbols have codes that are too long. The more equal the counts, the shorter the longest code.
            Arrays.setAll(flatter, symbol -> flatter[symbol] + 1 >> 1);
            lengths = lengths(flatter);
        }
        return new PrefixCode(lengths);
    }

    private static int longest(int[] lengths) {
        int longest = 0;
        for (int length : lengths) {
            longest = Math.max(longest, length);
        }
        return longest;
    }

    int length(int symbol) {
        return lengths[symbol];
    }

    /** The bits of a symbol, the first one lowest. */
    int code(int symbol) {
        return codes[symbol];
    }

    /**
     * Huffman's lengths. Nodes that join two others are made in the order of their counts, so that the rarest two
     * without a parent are always at the front of the leaves or of the joined nodes.
     */
    private static int[] lengths(int[] counts) {
        long[] leaves = new long[counts.length];
        int used = 0;
        for (int symbol = 0; symbol < counts.length; symbol++) {
            if (counts[symbol] > 0) {
                leaves[used++] = (long) counts[symbol] << Integer.SIZE | symbol;
            }
        }
        Arrays.sort(leaves, 0, used);
        int[] lengths = new int[counts.length];
        if (used == 1) {
            lengths[(int) leaves[0]] = 1;
            return lengths;
        }
        int[] parents = new int[2 * used - 1];
        long[] sums = new long[2 * used - 1];
        for (int i = 0; i < used; i++) {
            sums[i] = leaves[i] >>> Integer.SIZE;
        }
        int leaf = 0;
        int joined = used;
        for (int node = used; node < sums.length; node++) {
            for (int child = 0; child < 2; child++) {
                boolean takesLeaf = leaf < used && (joined == node || sums[leaf] <= sums[joined]);
                int taken = takesLeaf ? leaf++ : joined++;
                parents[taken] = node;
                sums[node] += sums[taken];
            }
        }
        int[] depths = new int[sums.length];
        for (int node = sums.length - 2; node >= 0; node--) {
            depths[node] = depths[parents[node]] + 1;
            if (node < used) {
                lengths[(int) leaves[node]] = depths[node];
            }
        }
        return lengths;
    }

    /** Codes of one length follow one another. Their first bit comes first, so they are turned round. */
    private static int[] codes(int[] lengths) {
        int[] next = new int[MOST_BITS + 2];
        for (int length : lengths) {
            next[length + 1] += length == 0 ? 0 : 1;
        }
        for (int bits = 1; bits <= MOST_BITS; bits++) {
            next[bits] = next[bits - 1] + next[bits] << 1;
        }
        int[] codes = new int[lengths.length];
        for (int symbol = 0; symbol < codes.length; symbol++) {
            if (lengths[symbol] > 0) {
                codes[symbol] = Integer.reverse(next[lengths[symbol]]++) >>> Integer.SIZE - lengths[symbol];
            }
        }
        return codes;
    }
}
