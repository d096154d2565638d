package dev.plankton.contracts.formats;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Writes bits, the lowest first, as Deflate wants them. */
final class BitWriter {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LENGTH_BITS = 5;
    private static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;

    private final byte[] bytes;
    private int at;
    private long held;
    private int heldBits;

    /** @param bits how many will be written */
    BitWriter(long bits) {
        this.bytes = new byte[Math.toIntExact((bits + 7) / Byte.SIZE)];
    }

    /** Some bits and their number in one. @param length at most 27 */
    static int word(int bits, int length) {
        return bits << LENGTH_BITS | length;
    }

    static int length(int word) {
        return word & LENGTH_MASK;
    }

    /** @param count at most 27 */
    void write(int bits, int count) {
        write(new int[] {word(bits, count)}, new int[1], 1);
    }

    /** Writes the words with these numbers. */
    void write(int[] words, int[] numbers, int count) {
        // Variables of this method are faster than fields.
        long bits = held;
        int length = heldBits;
        int to = at;
        for (int i = 0; i < count; i++) {
            int word = words[numbers[i]];
            bits |= (long) (word >>> LENGTH_BITS) << length;
            length += word & LENGTH_MASK;
            if (length >= Integer.SIZE) {
                INTS.set(bytes, to, (int) bits);
                to += Integer.BYTES;
                bits >>>= Integer.SIZE;
                length -= Integer.SIZE;
            }
        }
        held = bits;
        heldBits = length;
        at = to;
    }

    /** After all bits were written. */
    byte[] bytes() {
        while (at < bytes.length) {
            bytes[at++] = (byte) held;
            held >>>= Byte.SIZE;
        }
        return bytes;
    }
}
