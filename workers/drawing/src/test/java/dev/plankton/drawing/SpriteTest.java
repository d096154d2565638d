package dev.plankton.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpriteTest {
    @TempDir
    Path folder;

    private static GreyImage plain(int side, int grey) {
        byte[] pixels = new byte[side * side];
        Arrays.fill(pixels, (byte) grey);
        return new GreyImage(pixels, side);
    }

    private BufferedImage written(Sprite sprite) throws IOException {
        return ImageIO.read(
                Png.write(sprite.sheet(), folder.resolve("sprite.png")).toFile());
    }

    private static int grey(BufferedImage picture, int x, int y) {
        return picture.getRaster().getSample(x, y, 0);
    }

    @Test
    void everyPictureLiesInItsCellWithItsGrey() throws IOException {
        Sprite sprite = Sprite.blank(90);
        for (int index = 0; index < 90; index++) {
            sprite.put(index, plain(64, 2 * index));
        }

        BufferedImage read = written(sprite);

        assertThat(read.getWidth()).isEqualTo(40 * 64);
        assertThat(read.getHeight()).isEqualTo(3 * 64);
        for (int index = 0; index < 90; index++) {
            int left = index % 40 * 64;
            int top = index / 40 * 64;
            assertThat(grey(read, left, top)).isEqualTo(2 * index);
            assertThat(grey(read, left + 63, top + 63)).isEqualTo(2 * index);
        }
        assertThat(grey(read, 10 * 64, 2 * 64)).as("the first free cell").isEqualTo(255);
    }

    @Test
    void aLargePictureIsScaledDownAndAnyStandsInTheMiddleOfWhite() throws IOException {
        Sprite sprite = Sprite.blank(2);
        sprite.put(0, plain(299, 90));
        sprite.put(1, plain(20, 90));

        BufferedImage read = written(sprite);

        assertThat(new int[] {grey(read, 0, 32), grey(read, 32, 32), grey(read, 63, 32)})
                .containsExactly(255, 90, 255);
        assertThat(new int[] {grey(read, 64 + 21, 22), grey(read, 64 + 22, 22), grey(read, 64 + 42, 22)})
                .containsExactly(255, 90, 255);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 5_120, 5_121, 16_384, 16_385, 40_000})
    void thereIsRoomForAllAndNoSideIsTooLong(int images) {
        Sprite sprite = Sprite.blank(images);

        int width = sprite.sheet().getWidth();
        int height = sprite.sheet().getHeight();
        assertThat(width).isBetween(1, Sprite.LONGEST_SIDE);
        assertThat(height).isBetween(1, Sprite.LONGEST_SIDE);
        assertThat(width / sprite.cell() * (height / sprite.cell())).isGreaterThanOrEqualTo(images);
        assertThatThrownBy(() -> sprite.put(images, plain(8, 0))).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
