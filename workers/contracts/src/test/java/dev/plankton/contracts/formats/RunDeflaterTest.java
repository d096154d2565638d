package dev.plankton.contracts.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDeflaterTest {

    /** @param longest run of a byte */
    private static byte[] drawn(SplittableRandom random, int length, int longest, int values) {
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; ) {
            int end = Math.min(length, at + random.nextInt(1, longest + 1));
            Arrays.fill(bytes, at, end, (byte) random.nextInt(values));
            at = end;
        }
        return bytes;
    }

    /** By zlib. */
    private static byte[] inflated(byte[] deflated, int length) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(deflated);
            byte[] bytes = new byte[length + 1];
            int found = 0;
            while (!inflater.finished() && !inflater.needsInput()) {
                found += inflater.inflate(bytes, found, bytes.length - found);
            }
            assertThat(inflater.finished()).isTrue();
            assertThat(inflater.getRemaining()).isZero();
            return Arrays.copyOf(bytes, found);
        } finally {
            inflater.end();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 11, 40, 260, 600})
    void isUnpackedByZlib(int longest) throws Exception {
        SplittableRandom random = new SplittableRandom(longest);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = drawn(random, random.nextInt(5000), longest, i % 2 == 0 ? 256 : 3);
            assertThat(inflated(RunDeflater.deflate(bytes), bytes.length)).isEqualTo(bytes);
        }
    }

    @Test
    void writesRunsOfEveryLength() throws Exception {
        for (int length = 0; length < 800; length++) {
            byte[] bytes = new byte[length];
            Arrays.fill(bytes, (byte) 255);
            assertThat(inflated(RunDeflater.deflate(bytes), length)).isEqualTo(bytes);
        }
    }

    /** The counts grow as Fibonacci's numbers, so that Huffman's code of the rarest byte has over 15 bits. */
    @Test
    void limitsTheLengthOfItsCodes() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long before = 0;
        long count = 1;
        for (int value = 0; value < 25; value++) {
            for (long i = 0; i < count; i++) {
                out.write(value);
                out.write(100);
            }
            long next = before + count;
            before = count;
            count = next;
        }
        byte[] bytes = out.toByteArray();
        assertThat(inflated(RunDeflater.deflate(bytes), bytes.length)).isEqualTo(bytes);
    }

    /** A noisy disc on white ground. */
    @Test
    void packsAnObjectOnWhiteAboutAsWellAsZlib() {
        SplittableRandom random = new SplittableRandom(1);
        int side = 299;
        byte[] pixels = new byte[side * side];
        IntStream.range(0, pixels.length).forEach(i -> {
            int x = i % side - side / 2;
            int y = i / side - side / 2;
            pixels[i] = x * x + y * y < 5000 ? (byte) (100 + random.nextInt(30)) : (byte) 255;
        });
        Deflater zlib = new Deflater(Deflater.BEST_SPEED, true);
        try {
            zlib.setInput(pixels);
            zlib.finish();
            int theirs = zlib.deflate(new byte[pixels.length]);
            assertThat(RunDeflater.deflate(pixels).length).isLessThan(theirs * 11 / 10);
        } finally {
            zlib.end();
        }
    }
}
