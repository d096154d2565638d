package dev.plankton.steps.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.json.Json;
import java.awt.image.BufferedImage;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The digests are of version 3 of the step, before it was made faster. Where one changes, the pixels of users' datasets
 * change, and the step needs a higher version.
 */
class SquaresStayTheSameTest {
    /** Enlarged 4 times, twice, not at all, shrunk, and shrunk to a line. */
    private static final int[][] SIZES = {{31, 22}, {1, 3}, {120, 71}, {250, 180}, {640, 433}, {99, 800}, {2000, 3}};

    private static final int[] SIDES = {299, 64};

    @ParameterizedTest
    @CsvSource({
        "png, BYTE_GRAY, ca92f37435a4b160",
        "png, 3BYTE_BGR, 072e0378c0170ad6",
        "png, 4BYTE_ABGR, 5f23383ecec8716b",
        "png, USHORT_GRAY, f755ee16c85bf819",
        "png, BYTE_BINARY, 11f3b30222afe2db",
        "png, BYTE_INDEXED, 24007661bcef7fd5",
        "jpg, BYTE_GRAY, 4fdf100ccadf8507",
        "jpg, 3BYTE_BGR, 24de2bb6d05dd101",
        "bmp, BYTE_GRAY, ca92f37435a4b160",
        "bmp, 3BYTE_BGR, 072e0378c0170ad6",
        "gif, BYTE_INDEXED, dc93fd7c6e0f05c2",
        "tif, BYTE_GRAY, ca92f37435a4b160",
        "tif, 3BYTE_BGR, 072e0378c0170ad6",
        "tif, USHORT_GRAY, f755ee16c85bf819",
    })
    void ofDrawnImages(String format, String type, String digest) throws Exception {
        int number = BufferedImage.class.getField("TYPE_" + type).getInt(null);
        MessageDigest squares = Json.sha256();
        for (int[] size : SIZES) {
            add(MadeImages.written(drawn(size[0], size[1], number), format), squares);
        }
        assertThat(start(squares)).isEqualTo(digest);
    }

    @Test
    void ofTurnedJpegs() throws Exception {
        MessageDigest squares = Json.sha256();
        byte[] jpeg = MadeImages.written(drawn(77, 50, BufferedImage.TYPE_3BYTE_BGR), "jpg");
        for (int orientation = 2; orientation <= 8; orientation++) {
            add(MadeImages.withOrientation(jpeg, orientation), squares);
        }
        assertThat(start(squares)).isEqualTo("33204a2b70360565");
    }

    @Test
    void ofJpegsOfFourInks() throws Exception {
        MessageDigest squares = Json.sha256();
        byte[] jpeg = MadeImages.flatJpeg(10, 200, 90, 40);
        add(jpeg, squares);
        add(MadeImages.withAdobe(jpeg, 0), squares);
        add(MadeImages.withAdobe(jpeg, 2), squares);
        assertThat(start(squares)).isEqualTo("55a2d6004bc3f04d");
    }

    @Test
    void ofWebp() throws Exception {
        MessageDigest squares = Json.sha256();
        add(MadeImages.webp(3, 2, true, false, false, true, true, false), squares);
        assertThat(start(squares)).isEqualTo("87e5f0d10c488c3c");
    }

    private static void add(byte[] file, MessageDigest squares) throws Exception {
        GreyImage image = MadeImages.decode(file, MadeImages.plain()).image();
        for (int side : SIDES) {
            squares.update(image.inSquare(side));
            squares.update(image.inverted().inSquare(side));
        }
    }

    private static String start(MessageDigest squares) {
        return HexFormat.of().formatHex(squares.digest()).substring(0, 16);
    }

    /** A dark disc on noisy ground, coloured and in part transparent, where the type has these. */
    private static BufferedImage drawn(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        SplittableRandom random = new SplittableRandom(width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int across = 2 * x - width;
                int down = 2 * y - height;
                boolean inside = 3 * (across * across + down * down) < width * width;
                int noise = random.nextInt(inside ? 0x80_0000 : 0x18_1818);
                image.setRGB(
                        x, y, ((x + y) % 7 == 0 ? 0x7f00_0000 : 0xff00_0000) | (inside ? noise : 0xff_ffff - noise));
            }
        }
        if (type == BufferedImage.TYPE_USHORT_GRAY) {
            image.getRaster().setSample(0, 0, 0, 1); // so that all 16 bits are used
        }
        return image;
    }
}
