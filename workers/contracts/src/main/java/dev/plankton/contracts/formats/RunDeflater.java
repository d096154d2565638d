package dev.plankton.contracts.formats;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Packs bytes in the format Deflate (RFC 1951), which every ZIP program unpacks. It looks for runs of one byte only, as
 * zlib does with its strategy {@code Z_RLE}, which Java does not offer. For an object on white ground the result is as
 * small as that of zlib's fastest level and takes a fraction of the time. It depends on the bytes alone and not on the
 * zlib of the machine.
 */
final class RunDeflater {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EIGHT = 0x0101_0101_0101_0101L;

    private static final int SYMBOLS = 286;
    private static final int END = 256;
    private static final int LONGEST = 258;
    private static final int SHORTEST = 3;
    /** A token is a byte, the end, or this plus the length of a match: how often the byte before it is repeated. */
    private static final int MATCH = END + 1 - SHORTEST;

    private static final int TOKENS = MATCH + LONGEST + 1;

    private static final int DYNAMIC_LAST_BLOCK = 0b101;
    /** In the header each length of a code takes 4 bits; the three symbols that repeat a length are not used. */
    private static final int LENGTH_BITS = 4;

    private static final int NO_REPEATS = 3;
    private static final int LENGTH_SYMBOLS = 19;
    private static final int HEADER_BITS = 3 + 5 + 5 + 4 + 3 * LENGTH_SYMBOLS + LENGTH_BITS * (SYMBOLS + 1);

    private final byte[] bytes;
    private final int[] counts = new int[TOKENS];
    private int[] tokens = new int[1 << 14];
    private int used;

    private RunDeflater(byte[] bytes) {
        this.bytes = bytes;
    }

    static byte[] deflate(byte[] bytes) {
        return new RunDeflater(bytes).deflated();
    }

    private byte[] deflated() {
        for (int at = 0; at < bytes.length; ) {
            int end = runEnd(at);
            add(bytes[at] & 0xff, end - at - 1);
            at = end;
        }
        reserve(1);
        add(END);
        int[] symbols = Arrays.copyOf(counts, SYMBOLS);
        Arrays.fill(symbols, END + 1, SYMBOLS, 0);
        for (int length = SHORTEST; length <= LONGEST; length++) {
            symbols[MatchLengths.symbol(length)] += counts[MATCH + length];
        }
        PrefixCode code = PrefixCode.of(symbols);
        int[] words = words(code);
        long bits = HEADER_BITS;
        for (int token = 0; token < TOKENS; token++) {
            bits += (long) counts[token] * BitWriter.length(words[token]);
        }
        BitWriter out = new BitWriter(bits);
        writeHeader(code, out);
        out.write(words, tokens, used);
        return out.bytes();
    }

    /** The first position behind a run of the same byte. */
    private int runEnd(int start) {
        byte value = bytes[start];
        int at = start + 1;
        long eight = (value & 0xff) * EIGHT;
        for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
            long others = (long) LONGS.get(bytes, at) ^ eight;
            if (others != 0) {
                return at + Long.numberOfTrailingZeros(others) / Byte.SIZE;
            }
        }
        while (at < bytes.length && bytes[at] == value) {
            at++;
        }
        return at;
    }

    /** Adds a run. @param rest how often the byte is repeated */
    private void add(int value, int rest) {
        reserve(1 + rest / LONGEST + SHORTEST);
        add(value);
        int left = rest;
        for (; left >= SHORTEST; left -= Math.min(left, LONGEST)) {
            add(MATCH + Math.min(left, LONGEST));
        }
        for (; left > 0; left--) {
            add(value);
        }
    }

    private void reserve(int more) {
        if (used + more > tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * tokens.length + more);
        }
    }

    private void add(int token) {
        tokens[used++] = token;
        counts[token]++;
    }

    /** The bits of each token. */
    private static int[] words(PrefixCode code) {
        int[] words = new int[TOKENS];
        for (int symbol = 0; symbol <= END; symbol++) {
            words[symbol] = BitWriter.word(code.code(symbol), code.length(symbol));
        }
        for (int length = SHORTEST; length <= LONGEST; length++) {
            int symbol = MatchLengths.symbol(length);
            int bits = code.length(symbol);
            // The last bit is the distance, which is always 1 and has the code 0.
            words[MATCH + length] = BitWriter.word(
                    code.code(symbol) | MatchLengths.extra(length) << bits, bits + MatchLengths.extraBits(length) + 1);
        }
        return words;
    }

    private static void writeHeader(PrefixCode code, BitWriter out) {
        out.write(DYNAMIC_LAST_BLOCK, 3);
        out.write(SYMBOLS - END - 1, 5);
        out.write(0, 5); // one distance
        out.write(LENGTH_SYMBOLS - 4, 4);
        for (int i = 0; i < LENGTH_SYMBOLS; i++) {
            out.write(i < NO_REPEATS ? 0 : LENGTH_BITS, 3);
        }
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            writeLength(code.length(symbol), out);
        }
        writeLength(1, out);
    }

    private static void writeLength(int length, BitWriter out) {
        out.write(Integer.reverse(length) >>> Integer.SIZE - LENGTH_BITS, LENGTH_BITS);
    }
}
