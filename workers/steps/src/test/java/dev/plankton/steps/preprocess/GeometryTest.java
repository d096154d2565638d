package dev.plankton.steps.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GeometryTest {

    @Test
    void agreesWithTheReference() throws IOException {
        for (String line : References.lines("geometry.csv").stream().skip(1).toList()) {
            int[] n = References.numbers(line);
            assertThat(Geometry.fit(n[0], n[1], n[2])).as(line).isEqualTo(new Geometry(n[3], n[4], n[5], n[6]));
        }
    }

    @Test
    void keepsTheAspectRatioAndStaysInTheMiddle() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            int width = 1 + random.nextInt(1500);
            int height = 1 + random.nextInt(1500);
            int side = 16 + random.nextInt(400);
            Geometry geometry = Geometry.fit(width, height, side);
            String image = "%d x %d in %d: %s".formatted(width, height, side, geometry);
            int longer = Math.max(width, height);
            double factor = Math.min((longer < 100 ? 4.0 : longer < 200 ? 2.0 : 1.0), (double) side / longer);
            assertThat(Math.abs(geometry.width() - Math.max(1, width * factor)))
                    .as(image)
                    .isLessThanOrEqualTo(0.5);
            assertThat(Math.abs(geometry.height() - Math.max(1, height * factor)))
                    .as(image)
                    .isLessThanOrEqualTo(0.5);
            assertThat(side - geometry.width() - 2 * geometry.left()).as(image).isBetween(0, 1);
            assertThat(side - geometry.height() - 2 * geometry.top()).as(image).isBetween(0, 1);
        }
    }
}
