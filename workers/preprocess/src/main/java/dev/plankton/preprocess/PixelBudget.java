package dev.plankton.preprocess;

import java.util.concurrent.Semaphore;

/**
 * Keeps large images from being decoded side by side: a decoded image takes 3 to 9 bytes a pixel, and small ones may
 * share what one large one may have. Safe for several threads.
 */
final class PixelBudget {
    private static final int MEGAPIXELS = 100;

    private final Semaphore permits = new Semaphore(MEGAPIXELS, true);

    /** Waits until so many pixels may be decoded; to be closed afterwards. */
    Share take(long pixels) throws InterruptedException {
        int share = (int) Math.min(MEGAPIXELS, 1 + pixels / 1_000_000);
        permits.acquire(share);
        return () -> permits.release(share);
    }

    /** Pixels that are being decoded. */
    interface Share extends AutoCloseable {
        @Override
        void close();
    }
}
