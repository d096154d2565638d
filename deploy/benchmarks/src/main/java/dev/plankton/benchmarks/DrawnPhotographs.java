package dev.plankton.benchmarks;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** JPEG files of 1 to 4 megapixels: coloured objects on light, noisy ground. The same ones in every run. */
final class DrawnPhotographs {
    private static final int OBJECTS = 25;

    private DrawnPhotographs() {}

    /** Draws them into a folder. */
    static List<Path> draw(int count, Path folder) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double megapixels = 1 + 3.0 * i / Math.max(1, count - 1);
            int width = (int) Math.sqrt(megapixels * 1e6 * 4 / 3);
            Path file = folder.resolve("drawn-%03d.jpg".formatted(i));
            ImageIO.write(drawn(width, width * 3 / 4, random), "jpg", file.toFile());
            files.add(file);
        }
        return files;
    }

    private static BufferedImage drawn(int width, int height, SplittableRandom random) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(235, 240, 238));
        graphics.fillRect(0, 0, width, height);
        for (int i = 0; i < OBJECTS; i++) {
            graphics.setColor(new Color(random.nextInt(0xa0_a0a0)));
            int size = width / random.nextInt(5, 40);
            graphics.fillOval(random.nextInt(width), random.nextInt(height), size, size / random.nextInt(1, 5) + 1);
        }
        graphics.dispose();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, image.getRGB(x, y) + random.nextInt(12) * 0x01_0101);
            }
        }
        return image;
    }
}
