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
import org.junit.jupiter.params.provider.CsvSource;

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

        assertThat(read.getWidth()).isEqualTo(10 * 64);
        assertThat(read.getHeight()).as("as many rows as columns").isEqualTo(10 * 64);
        for (int index = 0; index < 90; index++) {
            int left = index % 10 * 64;
            int top = index / 10 * 64;
            assertThat(grey(read, left, top)).isEqualTo(2 * index);
            assertThat(grey(read, left + 63, top + 63)).isEqualTo(2 * index);
        }
        assertThat(grey(read, 0, 9 * 64)).as("the first free cell").isEqualTo(255);
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
    @CsvSource({"0, 1, 64", "1, 1, 64", "2, 2, 64", "4, 2, 64", "5, 3, 64", "16384, 128, 64", "16385, 129, 63"})
    void theSheetIsTheSmallestSquareThatHoldsAll(int images, int columns, int cell) {
        Sprite sprite = Sprite.blank(images);

        assertThat(sprite.columns()).isEqualTo(columns);
        assertThat(sprite.cell()).isEqualTo(cell);
        assertThatThrownBy(() -> sprite.put(images, plain(8, 0))).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void noSideIsTooLong() {
        Sprite sprite = Sprite.blank(1_400_000);

        assertThat(sprite.sheet().getWidth()).isBetween(1, Sprite.LONGEST_SIDE);
        assertThat(sprite.cell()).isPositive();
        assertThatThrownBy(() -> Sprite.blank(67_108_865)).isInstanceOf(IllegalArgumentException.class);
    }
}
