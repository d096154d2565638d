package dev.plankton.network.data;

import java.util.List;

/** What batches are made of. */
public sealed interface TrainingExamples {
    /** Number of examples. */
    int count();

    /**
     * Grey images of side x side pixels, row by row, 0 black to 255 white, scaled to the network's own side beforehand
     * with {@link AreaScaler}. They need not be in memory.
     */
    non-sealed interface Images extends TrainingExamples {
        /** Height and width of the images in pixels. */
        int side();

        /** The pixels of one image; called from several threads. */
        byte[] pixels(int image);
    }

    /**
     * The features of each image, computed beforehand, for training only the head.
     *
     * @param rows shape images x features
     */
    @SuppressWarnings("ArrayRecordComponent") // plain arrays are the point
    record Features(float[][] rows) implements TrainingExamples {
        @Override
        public int count() {
            return rows.length;
        }
    }

    /** @throws IllegalArgumentException if an image has another size */
    static Images inMemory(int side, List<byte[]> images) {
        return new ImagesInMemory(side, images);
    }
}
