package dev.plankton.steps.preprocess;

import static dev.plankton.steps.preprocess.MadeImages.bitDepth;
import static dev.plankton.steps.preprocess.MadeImages.decode;
import static dev.plankton.steps.preprocess.MadeImages.flatJpeg;
import static dev.plankton.steps.preprocess.MadeImages.grey;
import static dev.plankton.steps.preprocess.MadeImages.greys;
import static dev.plankton.steps.preprocess.MadeImages.plain;
import static dev.plankton.steps.preprocess.MadeImages.withAdobe;
import static dev.plankton.steps.preprocess.MadeImages.withOrientation;
import static dev.plankton.steps.preprocess.MadeImages.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images as they come from cameras, microscopes and image programs. */
class FieldImagesTest {
    private static final int[] TWELVE_BITS = {0, 1, 300, 2048, 3999, 4095};
    /** The same as 8-bit greys: v * 255 / 4095, rounded. */
    private static final int[] IN_8_BITS = {0, 0, 19, 128, 249, 255};

    /** Inks of 8 bits, and the grey 0.299 R + 0.587 G + 0.114 B with R = (255 - C)(255 - K) / 255 and so on. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 255",
        "0, 0, 0, 255, 0",
        "255, 0, 0, 0, 179",
        "0, 255, 0, 0, 105",
        "0, 0, 255, 0, 226",
        "40, 80, 120, 60, 139",
        "200, 10, 90, 128, 89"
    })
    void multipliesTheLightOfInks(int cyan, int magenta, int yellow, int black, int expected) throws Exception {
        Offset<Integer> near = Offset.offset(2); // the JPEG rounds
        assertThat(greys(flatJpeg(cyan, magenta, yellow, black), plain())[0]).isCloseTo(expected, near);
        byte[] inverted = withAdobe(flatJpeg(255 - cyan, 255 - magenta, 255 - yellow, 255 - black), 0);
        assertThat(greys(inverted, plain())[0]).isCloseTo(expected, near);
        byte[] tiff = TiffBytes.grey(1, 1, 8)
                .shorts(258, 8, 8, 8, 8)
                .shorts(262, 5)
                .shorts(277, 4)
                .strip((byte) cyan, (byte) magenta, (byte) yellow, (byte) black)
                .bytes();
        assertThat(greys(tiff, plain())[0]).isCloseTo(expected, Offset.offset(1));
    }

    /** As JFIF turns red, green and blue into luma and differences; red, green and blue are the inks of the file. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0, 255", "40, 80, 120, 60, 139", "200, 10, 90, 128, 89", "255, 0, 0, 0, 179"})
    void readsInksAsLumaAndBlack(int red, int green, int blue, int black, int expected) throws Exception {
        int luma = (int) Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
        int blueness = (int) Math.round(128 + 0.564 * (blue - luma));
        int redness = (int) Math.round(128 + 0.713 * (red - luma));
        byte[] jpeg = withAdobe(flatJpeg(luma, Math.min(255, blueness), Math.min(255, redness), 255 - black), 2);
        assertThat(greys(jpeg, plain())[0]).isCloseTo(expected, Offset.offset(3));
    }

    @Test
    void readsBigTiff() throws Exception {
        byte[] tiff = TiffBytes.bigGrey(3, 2, 8)
                .strip((byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 5, (byte) 250)
                .bytes();
        assertThat(greys(tiff, plain())).containsExactly(1, 2, 3, 4, 5, 250);
    }

    @Test
    void scalesByTheBitsThatTheFileStates() throws Exception {
        TiffBytes tiff = TiffBytes.grey(6, 1, 16).samples16(TWELVE_BITS);
        byte[] largest = tiff.shorts(281, 4095).bytes();
        assertThat(greys(largest, plain())).containsExactly(IN_8_BITS);
        assertThat(decode(largest, plain()).undeclaredBits()).isEmpty();
        byte[] described = TiffBytes.grey(6, 1, 16)
                .samples16(TWELVE_BITS)
                .text(270, "<OME><Image><Pixels SignificantBits=\"12\" SizeX=\"6\"/></Image></OME>")
                .bytes();
        assertThat(greys(described, plain())).containsExactly(IN_8_BITS);
        assertThat(greys(MadeImages.deepPng(12, TWELVE_BITS), plain())).containsExactly(IN_8_BITS);
    }

    @Test
    void scalesByTheBitsThatTheUserStates() throws Exception {
        byte[] png = MadeImages.deepPng(0, TWELVE_BITS);
        assertThat(greys(png, bitDepth(12))).containsExactly(IN_8_BITS);
        assertThat(decode(png, bitDepth(12)).undeclaredBits()).isEmpty();
        byte[] tiff = TiffBytes.grey(6, 1, 16).samples16(TWELVE_BITS).bytes();
        assertThat(greys(tiff, bitDepth(12))).containsExactly(IN_8_BITS);
        assertThat(greys(tiff, bitDepth(16))).containsExactly(0, 0, 1, 8, 16, 16);
        assertThatThrownBy(() -> decode(png, bitDepth(10)))
                .isInstanceOf(UnusableImageException.class)
                .hasMessage("uses 12 bits per sample, more than bitDepth=10 says");
        byte[] eight = written(grey(3, 1, 0, 100, 255), "png");
        assertThat(greys(eight, bitDepth(12))).containsExactly(0, 100, 255);
    }

    @Test
    void noticesBitsThatNobodyStates() throws Exception {
        byte[] tiff = TiffBytes.grey(6, 1, 16).samples16(TWELVE_BITS).bytes();
        assertThat(greys(tiff, plain())).containsExactly(0, 0, 1, 8, 16, 16);
        assertThat(decode(tiff, plain()).undeclaredBits()).isEqualTo(OptionalInt.of(12));
        assertThat(decode(MadeImages.deepPng(0, 65_535, 3), plain()).undeclaredBits())
                .isEqualTo(OptionalInt.of(16));
        // The largest sample of this image, not of the camera.
        byte[] statistic = TiffBytes.grey(6, 1, 16)
                .samples16(TWELVE_BITS)
                .shorts(281, 3999)
                .bytes();
        assertThat(decode(statistic, plain()).undeclaredBits()).isEqualTo(OptionalInt.of(12));
        assertThat(decode(written(grey(1, 1, 3), "png"), plain()).undeclaredBits())
                .isEmpty();
    }

    /** The standard asks for samples stretched to 16 bits, whose first bits are the significant ones. */
    @Test
    void leavesStretchedSamplesOfPngAsTheyAre() throws Exception {
        int[] bright = Arrays.stream(TWELVE_BITS).map(v -> v << 4 | v >> 8).toArray();
        assertThat(greys(MadeImages.deepPng(12, bright), plain())).containsExactly(IN_8_BITS);
        int[] dark = {0, 16, 160, 3200};
        assertThat(greys(MadeImages.deepPng(12, dark), plain())).containsExactly(0, 0, 1, 12);
    }

    @Test
    void scalesSamplesWhoseWhiteIsZero() throws Exception {
        byte[] tiff =
                TiffBytes.grey(6, 1, 16).samples16(TWELVE_BITS).shorts(262, 0).bytes();
        assertThat(greys(tiff, bitDepth(12))).containsExactly(255, 255, 236, 127, 6, 0);
        assertThat(decode(tiff, plain()).undeclaredBits()).isEqualTo(OptionalInt.of(12));
    }

    @Test
    void readsTwelveBitsWithoutGaps() throws Exception {
        // 0x000 0x001 0x12c 0x800 0xf9f 0xfff, three bytes for two samples
        byte[] strip = {0, 0, 1, 0x12, (byte) 0xc8, 0, (byte) 0xf9, (byte) 0xff, (byte) 0xff};
        byte[] tiff = TiffBytes.grey(6, 1, 12).strip(strip).bytes();
        assertThat(greys(tiff, plain())).containsExactly(IN_8_BITS);
        assertThat(decode(tiff, plain()).undeclaredBits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "32, 3, holds floating point numbers of 32 bits",
        "16, 3, holds floating point numbers of 16 bits",
        "32, 1, holds samples of 32 bits",
        "16, 2, holds signed samples of 16 bits",
        "8, 2, holds signed samples of 8 bits"
    })
    void saysHowToConvertSamplesThatItCannotScale(int bits, int format, String reason) {
        byte[] tiff = TiffBytes.grey(1, 1, bits)
                .shorts(339, format)
                .strip(new byte[bits / 8])
                .bytes();
        assertThatThrownBy(() -> decode(tiff, plain()))
                .isInstanceOf(UnusableImageException.class)
                .hasMessageStartingWith(reason)
                .hasMessageEndingWith(
                        "convert it to unsigned samples of 8 or 16 bits, in ImageJ with Image > Type > 16-bit");
    }

    /** The picture 1 2 3 over 4 5 6, stored as each number says; EXIF's table of which side is the first row and column. */
    @ParameterizedTest
    @CsvSource({
        "1, 3, 1 2 3 4 5 6", "2, 3, 3 2 1 6 5 4", "3, 3, 6 5 4 3 2 1", "4, 3, 4 5 6 1 2 3",
        "5, 2, 1 4 2 5 3 6", "6, 2, 3 6 2 5 1 4", "7, 2, 6 3 5 2 4 1", "8, 2, 4 1 5 2 6 3"
    })
    void turnsPicturesTheRightWay(int orientation, int width, String stored) throws Exception {
        byte[] samples = new byte[6];
        for (int i = 0; i < 6; i++) {
            samples[i] = (byte) (30 * (stored.charAt(2 * i) - '0'));
        }
        byte[] tiff = TiffBytes.grey(width, 6 / width, 8)
                .shorts(274, orientation)
                .strip(samples)
                .bytes();
        ImageDecoder.Decoded decoded = decode(tiff, plain());
        assertThat(greys(decoded.image())).containsExactly(30, 60, 90, 120, 150, 180);
        assertThat(decoded.sourceWidth()).isEqualTo(3);
        assertThat(decoded.sourceHeight()).isEqualTo(2);
    }

    @Test
    void turnsBeforeItCutsOffTheBottom() throws Exception {
        int[] pixels = new int[32 * 16];
        Arrays.setAll(pixels, i -> i % 32 < 16 ? 40 : 220); // dark on the left
        byte[] jpeg = withOrientation(written(grey(32, 16, pixels), "jpg"), 6); // turned: dark on top
        ImageDecoder.Decoded decoded = decode(jpeg, new ImageDecoder.Settings(100, 16, Optional.empty(), false));
        assertThat(decoded.sourceWidth()).isEqualTo(16);
        assertThat(decoded.sourceHeight()).isEqualTo(32);
        assertThat(decoded.image().height()).isEqualTo(16);
        assertThat(Arrays.stream(greys(decoded.image())).max()).hasValue(40);
        assertThatThrownBy(() -> decode(jpeg, new ImageDecoder.Settings(100, 32, Optional.empty(), false)))
                .hasMessage("is 32 pixels high, so that cutting off the bottom 32 leaves nothing");
    }

    @Test
    void takesTheFirstPageAndSaysSo() throws Exception {
        TiffBytes tiff = TiffBytes.grey(1, 1, 8).strip((byte) 7);
        assertThat(decode(tiff.bytes(), plain()).severalPages()).isFalse();
        assertThat(decode(tiff.pages(3).bytes(), plain()).severalPages()).isTrue();
        byte[] pyramid = tiff.longs(254, 1).pages(3).bytes();
        assertThat(decode(pyramid, plain()).severalPages()).isFalse();
    }

    @Test
    void readsGifAndTakesItsFirstFrame() throws Exception {
        BufferedImage frame = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
        frame.setRGB(1, 0, 0xffffff);
        byte[] one = MadeImages.gif(1, frame);
        assertThat(greys(one, plain())).containsExactly(0, 255);
        assertThat(decode(one, plain()).severalPages()).isFalse();
        assertThat(decode(MadeImages.gif(3, frame), plain()).severalPages()).isTrue();
    }

    @Test
    void readsLosslessWebp() throws Exception {
        byte[] webp = MadeImages.webp(3, 2, true, false, false, true, true, false);
        // Green alone: 0.587 * 255.
        assertThat(greys(webp, plain())).containsExactly(150, 0, 0, 150, 150, 0);
    }

    /** A slope of 6 x 4 pixels, written by cwebp 1.2.4; the greys are those of dwebp. */
    @Test
    void readsLossyWebp() throws Exception {
        byte[] webp = Base64.getDecoder()
                .decode("UklGRjIAAABXRUJQVlA4ICYAAACQAQCdASoGAAQAAMASJaQAAudZtgAA/vsn/89KEr+Vr3ucO8AAAA==");
        int[] expected = {
            21, 50, 83, 112, 140, 169, 34, 63, 95, 125, 156, 185, 52, 82, 114, 143, 169, 199, 65, 94, 127, 156, 186, 215
        };
        int[] found = greys(webp, plain());
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], Offset.offset(1));
        }
    }

    @Test
    void showsTransparentPartsOnTheBackgroundThatIsAsked() throws Exception {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00ff_ffff); // transparent
        image.setRGB(1, 0, 0xffc8_c8c8); // solid
        image.setRGB(2, 0, 0x80ff_ffff); // half
        byte[] png = written(image, "png");
        assertThat(greys(png, plain())).containsExactly(255, 200, 255);
        assertThat(greys(png, new ImageDecoder.Settings(100, 0, Optional.empty(), true)))
                .containsExactly(0, 200, 128);
    }
}
