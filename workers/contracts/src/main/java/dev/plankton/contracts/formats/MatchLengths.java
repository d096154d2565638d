package dev.plankton.contracts.formats;

/** How Deflate writes the length of a match, 3 to 258: a symbol and a few more bits (RFC 1951, 3.2.5). */
final class MatchLengths {
    private static final int FIRST_SYMBOL = 257;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 258;
    private static final int LONGEST_SYMBOL = 285;
    private static final int WITHOUT_EXTRA = 8;

    private MatchLengths() {}

    /** Each group of four symbols has one more extra bit than the one before. */
    static int symbol(int length) {
        if (length == LONGEST) {
            return LONGEST_SYMBOL;
        }
        int bits = extraBits(length);
        return FIRST_SYMBOL + 4 * bits + (length - SHORTEST >> bits);
    }

    static int extraBits(int length) {
        int above = length - SHORTEST;
        return length == LONGEST || above < WITHOUT_EXTRA ? 0 : 29 - Integer.numberOfLeadingZeros(above);
    }

    static int extra(int length) {
        return length - SHORTEST & (1 << extraBits(length)) - 1;
    }
}
