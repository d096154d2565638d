package dev.plankton.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PicturesTest {
    @TempDir
    Path folder;

    private static LineChart chart(double last) {
        return new LineChart(
                "Accuracy",
                Axis.whole("round"),
                Axis.share("accuracy"),
                List.of(
                        new Series("validation", new double[] {0, 1, 2}, new double[] {0.25, 0.5, last}),
                        new Series("test", new double[] {0, 1}, new double[] {0.2, Double.NaN}, Series.Line.DASHED)));
    }

    private static long count(BufferedImage picture, Color color) {
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .filter(i -> new Color(picture.getRGB(i % picture.getWidth(), i / picture.getWidth())).equals(color))
                .count();
    }

    @Test
    void theSameValuesGiveTheSameBytes() throws IOException {
        Path one = Png.write(chart(0.75).draw(600, 300), folder.resolve("one.png"));
        Path two = Png.write(chart(0.75).draw(600, 300), folder.resolve("two.png"));
        Path other = Png.write(chart(0.74).draw(600, 300), folder.resolve("other.png"));

        assertThat(Files.mismatch(one, two)).isEqualTo(-1);
        assertThat(Files.mismatch(one, other)).isNotEqualTo(-1);
        assertThat(ImageIO.read(one.toFile()).getWidth()).isEqualTo(1200);
    }

    @Test
    void pointsLieWhereTheAxesSay() {
        Scale shares = Scale.of(Axis.Kind.SHARE, new double[0]);
        BufferedImage picture = new LineChart(
                        "one line",
                        Axis.whole("round"),
                        Axis.share("accuracy"),
                        List.of(new Series("only", new double[] {0, 1, 2}, new double[] {0.25, 0.5, 0.75})))
                .draw(600, 300);
        Frame frame = Frame.within(600, 300, "one line", shares);

        int x = (int) Math.round(2 * frame.x(0.5));
        int y = (int) Math.round(2 * frame.y(0.5));

        assertThat(new Color(picture.getRGB(x, y))).isEqualTo(Palette.color(0));
        assertThat(new Color(picture.getRGB(x + 10, y + 30))).isEqualTo(Color.WHITE);
    }

    @Test
    void moreImagesMakeACellOfTheConfusionMatrixDarker() {
        CountColors colors = new CountColors(100);

        int[] light = IntStream.of(0, 1, 2, 10, 50, 100)
                .map(count -> colors.color(count).getRed())
                .toArray();

        assertThat(light).isSortedAccordingTo((a, b) -> b - a);
        assertThat(Arrays.stream(light).distinct().count()).isEqualTo(light.length);
        BufferedImage picture =
                new ConfusionPicture("Confusion", List.of("a", "b"), new int[][] {{100, 1}, {0, 100}}).draw();
        assertThat(count(picture, colors.color(100))).isGreaterThan(2 * 2000);
        assertThat(count(picture, colors.color(1)))
                .isBetween(2000L, 4096L + 52 * 24); // the cell, and its colour in the scale
    }

    @Test
    void aSheetShowsEveryImage() {
        byte[] grey = new byte[64 * 64];
        Arrays.fill(grey, (byte) 77);
        ContactSheet.Cell cell = new ContactSheet.Cell(new GreyImage(grey, 64), List.of("a caption", "second line"));

        BufferedImage picture = new ContactSheet("Five", List.of(cell, cell, cell, cell, cell)).draw(3, 50);

        assertThat(count(picture, new Color(77, 77, 77))).isBetween(5 * 98L * 98, 5 * 100L * 100);
    }

    @Test
    void barsAreAsLongAsTheirValues() {
        BufferedImage full = bar(1.0);
        BufferedImage half = bar(0.5);

        assertThat((double) count(half, Palette.color(0)) / count(full, Palette.color(0)))
                .isBetween(0.49, 0.51);
    }

    private static BufferedImage bar(double value) {
        return new BarChart("Recall", Axis.share("recall"), List.of(new BarChart.Bar("a", value, "x"))).draw(500);
    }
}
