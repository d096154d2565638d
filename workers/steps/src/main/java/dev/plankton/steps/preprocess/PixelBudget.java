package dev.plankton.steps.preprocess;

import java.util.concurrent.Semaphore;

/**
 * Limits how many pixels are decoded at the same time. A decoded image takes 3 to 10 bytes per pixel. Small images are
 * decoded in parallel; a large image takes up to the whole budget. Thread-safe.
 */
final class PixelBudget {
    private static final int MEGAPIXELS = 100;

    private final Semaphore permits = new Semaphore(MEGAPIXELS, true);

    /** Waits until that many pixels may be decoded. The caller must close the share afterwards. */
    Share take(long pixels) throws InterruptedException {
        int share = (int) Math.min(MEGAPIXELS, 1 + pixels / 1_000_000);
        permits.acquire(share);
        return () -> permits.release(share);
    }

    /** Waits until nothing else is decoded. The caller must close the share afterwards. */
    Share takeAll() throws InterruptedException {
        return take(MEGAPIXELS * 1_000_000L);
    }

    /** Pixels that are being decoded. */
    interface Share extends AutoCloseable {
        @Override
        void close();
    }
}
