package dev.plankton.benchmarks.scale;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/**
 * Small grey images of about 2 KB, no two of them alike: a dark body on a light ground, with as many arms and as long as
 * its class has, turned and noisy.
 */
final class DrawnImage {
    private static final int LEAST_SIDE = 40;
    private static final int SIDES = 16;
    private static final int NOISE = 12;

    private DrawnImage() {}

    /** A PNG. The same class and seed give the same bytes. */
    static byte[] png(int kind, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        int width = LEAST_SIDE + random.nextInt(SIDES);
        int height = LEAST_SIDE + random.nextInt(SIDES);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        double turn = 2 * Math.PI * random.nextDouble();
        double size = 0.7 + 0.3 * random.nextDouble();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int grey = grey(kind, 2.0 * x / width - 1, 2.0 * y / height - 1, turn, size);
                pixels[y * width + x] = (byte) Math.clamp(grey + random.nextInt(NOISE), 0, 255);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static int grey(int kind, double x, double y, double turn, double size) {
        double angle = Math.atan2(y, x) - turn;
        int arms = 1 + kind % 8;
        double depth = 0.15 * (1 + kind / 8 % 5);
        double edge = size * (1 - depth + depth * Math.cos(arms * angle));
        double inside = (edge - Math.hypot(x, y)) * 6;
        return inside <= 0 ? 240 : (int) (240 - 160 * Math.min(1, inside));
    }
}
