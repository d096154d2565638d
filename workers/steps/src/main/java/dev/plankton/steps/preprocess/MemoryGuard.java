package dev.plankton.steps.preprocess;

import java.io.IOException;

/**
 * Keeps a single image from ending the worker when it needs more memory than there is. Whether memory is short depends
 * on the other images that are decoded at the moment, so such an image is tried once more while nothing else is decoded.
 */
final class MemoryGuard {
    private final PixelBudget budget;

    MemoryGuard(PixelBudget budget) {
        this.budget = budget;
    }

    /** Work on one image, which takes its share of the budget. */
    @FunctionalInterface
    interface Work<T> {
        T run(PixelBudget budget) throws IOException, UnusableImageException, InterruptedException;
    }

    /** @throws UnusableImageException also if the image needs more memory than there is */
    <T> T guard(Work<T> work) throws IOException, UnusableImageException, InterruptedException {
        try {
            return work.run(budget);
        } catch (StackOverflowError e) {
            throw tooLarge(e);
        } catch (OutOfMemoryError e) {
            try (PixelBudget.Share everything = budget.takeAll()) {
                return work.run(new PixelBudget());
            } catch (OutOfMemoryError | StackOverflowError again) {
                throw tooLarge(again);
            }
        }
    }

    private static UnusableImageException tooLarge(Error error) {
        return new UnusableImageException("cannot be decoded (%s); save it again with an image program"
                .formatted(
                        error instanceof OutOfMemoryError
                                ? "it needs more memory than the worker has"
                                : "its parts are nested too deep"));
    }
}
