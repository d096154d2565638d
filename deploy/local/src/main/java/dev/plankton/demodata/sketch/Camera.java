package dev.plankton.demodata.sketch;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;

/** Turns densities into a photograph: texture inside the body, defocus, uneven light, and the sensor's noise. */
final class Camera {
    private Camera() {}

    static BufferedImage photograph(BufferedImage density, Dice dice) {
        int width = density.getWidth();
        int height = density.getHeight();
        float[] taken = taken(density, dice);
        double defocus = dice.chance(0.6) ? 0 : dice.between(0.3, 1);
        for (int pass = 0; pass < (defocus > 0 ? 2 : 0); pass++) {
            blur(taken, width, height, 1, (float) defocus);
            blur(taken, height, width, width, (float) defocus);
        }
        return expose(taken, width, height, dice);
    }

    private static float[] taken(BufferedImage density, Dice dice) {
        int width = density.getWidth();
        int[] pixels = ((DataBufferInt) density.getRaster().getDataBuffer()).getData();
        double longer = Math.max(width, density.getHeight());
        Texture coarse = new Texture(Math.max(2, longer * dice.between(0.05, 0.15)), dice);
        Texture fine = new Texture(Math.max(1.3, longer * dice.between(0.012, 0.03)), dice);
        double patchy = dice.between(0, 0.45);
        double grainy = dice.between(0, 0.35);
        float[] taken = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int alpha = pixels[i] >>> 24;
            if (alpha > 0) {
                int x = i % width;
                int y = i / width;
                taken[i] = (float) (alpha / 255.0 * (1 + patchy * coarse.at(x, y) + grainy * fine.at(x, y)));
            }
        }
        return taken;
    }

    /**
     * Mixes each value with its two neighbours along lines of the picture.
     *
     * @param length number of values in a line
     * @param lines number of lines; lines lie {@code length} apart if {@code stride} is 1, otherwise 1 apart
     * @param stride how far apart the values of a line lie
     */
    private static void blur(float[] values, int length, int lines, int stride, float amount) {
        int between = stride == 1 ? length : 1;
        for (int line = 0; line < lines; line++) {
            float before = values[line * between];
            for (int i = 0; i < length; i++) {
                int at = line * between + i * stride;
                float here = values[at];
                float after = i + 1 < length ? values[at + stride] : here;
                values[at] = here + amount * ((before + after + here) / 3 - here);
                before = here;
            }
        }
    }

    private static BufferedImage expose(float[] taken, int width, int height, Dice dice) {
        BufferedImage photograph = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] grey = ((DataBufferByte) photograph.getRaster().getDataBuffer()).getData();
        double light = dice.between(225, 252);
        double noise = dice.between(1, 6);
        double fall = dice.between(0, 14);
        double slopeX = dice.normal(4);
        double slopeY = dice.normal(4);
        for (int y = 0; y < height; y++) {
            double v = 2.0 * y / height - 1;
            for (int x = 0; x < width; x++) {
                double u = 2.0 * x / width - 1;
                double background = light - fall * (u * u + v * v) / 2 + slopeX * u + slopeY * v;
                double value = background * (1 - Math.min(0.97, taken[y * width + x])) + dice.normal(noise);
                grey[y * width + x] = (byte) Math.clamp(Math.round(value), 0, 255);
            }
        }
        return photograph;
    }
}
