package dev.plankton.network.data;

import dev.plankton.contracts.BadInputException;
import dev.plankton.network.architecture.NetworkSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Scales images to a network's side and passes them through it in batches. */
public final class ScaledBatches {
    private static final int MOST_IMAGES = 64;
    private static final int MOST_PIXELS = 1_500_000;

    private ScaledBatches() {}

    /**
     * @param images side x side pixels each, row by row, 0 black to 255 white
     * @param network returns one row for each image of a batch; its images have the network's side
     * @return one row for each image
     * @throws BadInputException if the images are smaller than the network's side
     */
    public static float[][] map(
            List<byte[]> images, int side, NetworkSettings settings, Function<List<byte[]>, float[][]> network) {
        if (side < settings.side()) {
            throw new BadInputException(
                    "The images have a side of %d pixels, but the network needs %d; use larger images or a networkSide of at most %d."
                            .formatted(side, settings.side(), side));
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
