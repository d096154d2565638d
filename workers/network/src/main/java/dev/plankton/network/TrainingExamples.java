package dev.plankton.network;

import java.util.List;

/** What batches are made of. */
public sealed interface TrainingExamples {
    int count();

    /**
     * Grey images of side x side pixels, row by row, 0 black to 255 white, scaled to the network's own side beforehand
     * with {@link AreaScaler}. They need not be in memory.
     */
    non-sealed interface Images extends TrainingExamples {
        int side();

        /** The pixels of one image; called from several threads. */
        byte[] pixels(int image);
    }

    /**
     * The features of each image, computed beforehand, for training the head alone.
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

    /** @throws IllegalArgumentException if one of them has another size */
    static Images inMemory(int side, List<byte[]> images) {
        return new ImagesInMemory(side, images);
    }
}
