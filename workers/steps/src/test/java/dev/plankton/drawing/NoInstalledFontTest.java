package dev.plankton.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slim containers have neither fontconfig nor fonts, so Java's own text drawing, which looks for them, fails there. */
final class NoInstalledFontTest {
    private static final String LOOKS_FOR_FONTS = "sun.font.SunFontManager";

    @Test
    void drawingLooksForNoInstalledFont() throws IOException, InterruptedException {
        assertThat(loadedClasses("chart")).contains(LineChart.class.getName()).doesNotContain(LOOKS_FOR_FONTS);
        assertThat(loadedClasses("font")).contains(LOOKS_FOR_FONTS);
    }

    private static String loadedClasses(String what) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-Xlog:class+load:stdout",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NoInstalledFontTest.class.getName(),
                        what)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }

    public static void main(String[] arguments) {
        if (arguments[0].equals("chart")) {
            Series line = new Series("a", new double[] {0, 1}, new double[] {0, 1});
            new LineChart("Title", Axis.linear("x"), Axis.linear("y"), List.of(line)).draw(400, 300);
        } else {
            new Font("Dialog", Font.PLAIN, 12)
                    .createGlyphVector(new FontRenderContext(null, true, true), "x")
                    .getOutline();
        }
    }
}
