package dev.plankton.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpriteSheetTest {

    @ParameterizedTest
    @CsvSource({"0, 1, 64", "1, 1, 64", "2, 2, 64", "4, 2, 64", "5, 3, 64", "16384, 128, 64", "16385, 129, 63"})
    void isTheSmallestSquareThatHoldsAll(int images, int columns, int cell) {
        assertThat(SpriteSheet.of(images)).isEqualTo(new SpriteSheet(columns, cell));
    }

    @ParameterizedTest
    @CsvSource({"100000", "1400000", "67108864"})
    void neverGrowsLargerThanTheProjectorTakes(int images) {
        SpriteSheet sheet = SpriteSheet.of(images);

        assertThat(sheet.side()).isLessThanOrEqualTo(8192);
        assertThat((long) sheet.columns() * sheet.columns()).isGreaterThanOrEqualTo(images);
        assertThat(sheet.cell()).isPositive();
    }

    @Test
    void refusesMoreImagesThanPixels() {
        assertThatThrownBy(() -> SpriteSheet.of(67_108_865)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shrinksByAveragingAndGrowsByRepeating() {
        SpriteSheet sheet = new SpriteSheet(2, 2);
        BufferedImage picture = sheet.blank();

        sheet.draw(picture, 1, new byte[] {10, 20, 0, 0, 30, 40, 0, 0, 1, 1, 9, 9, 1, 1, 9, 9}, 4);
        sheet.draw(picture, 2, new byte[] {77}, 1);

        int[] grey = picture.getRaster().getSamples(0, 0, 4, 4, 0, (int[]) null);
        assertThat(grey).containsExactly(255, 255, 25, 0, 255, 255, 1, 9, 77, 77, 255, 255, 77, 77, 255, 255);
    }
}
