package dev.plankton.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Brings images to a network's side and takes them through it in batches. */
final class ScaledBatches {
    private static final int MOST_IMAGES = 64;
    private static final int MOST_PIXELS = 1_500_000;

    private ScaledBatches() {}

    /**
     * @param images of side x side pixels
     * @param network gives one row for each image of a batch, all of its side
     * @throws IllegalArgumentException if the images are smaller than the network's side
     */
    static float[][] map(
            List<byte[]> images, int side, NetworkSettings settings, Function<List<byte[]>, float[][]> network) {
        if (side < settings.side()) {
            throw new IllegalArgumentException(
                    "images of side %d are smaller than the network's %d: embed them at side %d or more"
                            .formatted(side, settings.side(), settings.side()));
        }
        int most = Math.max(1, Math.min(MOST_IMAGES, MOST_PIXELS / (settings.side() * settings.side())));
        float[][] rows = new float[images.size()][];
        for (int start = 0; start < rows.length; start += most) {
            List<byte[]> scaled = new ArrayList<>();
            for (byte[] image : images.subList(start, Math.min(rows.length, start + most))) {
                scaled.add(AreaScaler.scale(image, side, settings.side()));
            }
            float[][] results = network.apply(scaled);
            System.arraycopy(results, 0, rows, start, results.length);
        }
        return rows;
    }
}
