package dev.plankton.steps.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose headers promise more than they should; each is refused before anything is decoded. */
class HostileImagesTest {

    private static void refused(byte[] bytes, String reason) {
        assertThatThrownBy(() -> MadeImages.decode(bytes, MadeImages.plain()))
                .isInstanceOf(UnusableImageException.class)
                .hasMessageContaining(reason);
    }

    private static TiffBytes small() {
        return TiffBytes.grey(4, 4, 8).strip(new byte[16]);
    }

    @Test
    void checksTheTilesOfTiffs() throws Exception {
        assertThat(MadeImages.decode(small().bytes(), MadeImages.plain())
                        .image()
                        .width())
                .isEqualTo(4);
        refused(tiled(50_000, 50_000, 8).bytes(), "has parts of 50000 x 50000 pixels, which is more than the image");
        refused(tiled(0, 16, 8).bytes(), "no right width and height");
        refused(tiled(2, 2, 8, 8, 8).bytes(), "lists 3 of its 4 parts");
        refused(small().longs(278, 1).bytes(), "lists 1 of its 4 parts");
        refused(small().longs(322, 0xffff_ffffL).bytes(), "no right width and height");
        // The decoder takes numbers of any type.
        TiffBytes floating = small().value(322, 11, new byte[] {0, 0, 0x40, 0x4f}); // 3 * 2^30
        refused(floating.bytes(), "no right width and height");
        byte[] tiny = TiffBytes.grey(1000, 1000, 8)
                .longs(322, 1)
                .longs(323, 1)
                .longs(324, 8)
                .bytes();
        refused(tiny, "is divided into 1,000,000 parts");
    }

    /** The decoder takes the first of two tags of one kind. */
    @Test
    void checksTheTagsThatTheDecoderTakes() {
        byte[] bytes =
                tiled(50_000, 50_000, 8).longs(60_000, 16).longs(60_001, 16).bytes();
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = file.getInt(4);
        int last = directory + 2 + 12 * (file.getShort(directory) - 1);
        file.putShort(last - 12, (short) 322).putShort(last, (short) 323);
        refused(bytes, "has parts of 50000 x 50000 pixels");
    }

    private static TiffBytes tiled(long width, long height, long... offsets) {
        return small().longs(322, width).longs(323, height).longs(324, offsets).longs(325, new long[offsets.length]);
    }

    @Test
    void checksTheSizeOfJpegsInTiffs() throws Exception {
        byte[] jpeg = MadeImages.flatJpeg(90);
        byte[] huge = withSize(jpeg, 30_000, 30_000);
        TiffBytes tiff = TiffBytes.grey(16, 16, 8).shorts(259, 7);
        assertThat(MadeImages.greys(tiff.strip(jpeg).bytes(), MadeImages.plain()))
                .containsOnly(90);
        refused(tiff.strip(huge).bytes(), "has a part of 30000 x 30000 pixels, which is more than the image");
    }

    private static byte[] withSize(byte[] jpeg, int width, int height) {
        for (int i = 0; i < jpeg.length; i++) {
            if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0) {
                return ByteBuffer.wrap(jpeg.clone())
                        .putShort(i + 5, (short) height)
                        .putShort(i + 7, (short) width)
                        .array();
            }
        }
        throw new IllegalArgumentException("no frame");
    }

    /** Each tag alone is possible; together they would take more memory than the file has bytes. */
    @Test
    void refusesTagsThatShareTheirValues() {
        TiffBytes tiff = small().value(60_000, 1, new byte[10_000]);
        byte[] bytes = tiff.shorts(60_001, 0, 0, 0)
                .shorts(60_002, 0, 0, 0)
                .shorts(60_003, 0, 0, 0)
                .bytes();
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = file.getInt(4);
        int entries = file.getShort(directory);
        int shared = directory + 2 + 12 * (entries - 4);
        for (int entry = entries - 3; entry < entries; entry++) {
            file.putShort(directory + 2 + 12 * entry + 2, (short) 1)
                    .putInt(directory + 2 + 12 * entry + 4, 10_000)
                    .putInt(directory + 2 + 12 * entry + 8, file.getInt(shared + 8));
        }
        refused(bytes, "has tags with more values than the file can hold");
    }

    @Test
    void endsWithDirectoriesThatPointToThemselves() throws Exception {
        byte[] bytes = small().bytes();
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = file.getInt(4) + 2 + 12 * file.getShort(file.getInt(4));
        file.putInt(end, file.getInt(4));
        assertThat(MadeImages.decode(bytes, MadeImages.plain()).severalPages()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 101})
    void countsTheScansOfJpegs(int scans) throws Exception {
        byte[] jpeg = MadeImages.flatJpeg(90);
        byte[] scan = {(byte) 0xff, (byte) 0xda, 0, 2};
        ByteBuffer many =
                ByteBuffer.allocate(jpeg.length + (scans - 1) * scan.length).put(jpeg, 0, jpeg.length - 2);
        for (int i = 1; i < scans; i++) {
            many.put(scan);
        }
        many.put(jpeg, jpeg.length - 2, 2);
        refused(many.array(), scans > 100 ? "is a JPEG of more than 100 scans" : "cannot be decoded");
    }

    @Test
    void leavesOutAnImageThatNeedsTooMuchMemory() throws Exception {
        PixelBudget budget = new PixelBudget();
        MemoryGuard guard = new MemoryGuard(budget);
        AtomicInteger calls = new AtomicInteger();
        assertThatThrownBy(() -> guard.guard(share -> {
                    calls.incrementAndGet();
                    throw new OutOfMemoryError("made by the test");
                }))
                .isInstanceOf(UnusableImageException.class)
                .hasMessageContaining("needs more memory than the worker has");
        assertThat(calls).hasValue(2);
        assertThatThrownBy(() -> guard.guard(share -> {
                    throw new StackOverflowError("made by the test");
                }))
                .isInstanceOf(UnusableImageException.class)
                .hasMessageContaining("nested too deep");
        // The second try has the whole budget, and gives it back.
        try (PixelBudget.Share everything = budget.takeAll()) {
            assertThat(everything).isNotNull();
        }
    }

    @Test
    void triesAnImageAgainAlone() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        String result = new MemoryGuard(new PixelBudget()).guard(share -> {
            if (calls.incrementAndGet() == 1) {
                throw new OutOfMemoryError("made by the test");
            }
            share.take(200_000_000).close();
            return "decoded";
        });
        assertThat(result).isEqualTo("decoded");
    }

    @Test
    void stopsDecodingWhenInterrupted() throws Exception {
        int[] noise = new Random(1).ints(600 * 500, 0, 256).toArray();
        byte[] png = MadeImages.written(MadeImages.grey(600, 500, noise), "png");
        AtomicLong furthest = new AtomicLong();
        ImageInputStream interrupting = new MemoryCacheImageInputStream(new ByteArrayInputStream(png)) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                if (getStreamPosition() > 1000) { // behind the header, among the pixels
                    Thread.currentThread().interrupt();
                }
                furthest.accumulateAndGet(getStreamPosition(), Math::max);
                return super.read(bytes, from, length);
            }
        };
        assertThatThrownBy(
                        () -> new ImageDecoder(MadeImages.plain()).decode(interrupting, png.length, new PixelBudget()))
                .isInstanceOf(InterruptedException.class);
        assertThat(furthest.get()).isBetween(1000L, png.length / 2L);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void stopsTheDecoderOfWebpAtTheEndOfTheData() throws Exception {
        byte[] whole = MadeImages.webp(100, 100, new boolean[10_000]);
        assertThat(MadeImages.decode(whole, MadeImages.plain()).image().pixels())
                .hasSize(10_000);
        refused(Arrays.copyOf(whole, whole.length / 2), "is incomplete");
        refused(MadeImages.webp(100, 100, new boolean[5000]), "the data end before the last pixel");
    }
}
