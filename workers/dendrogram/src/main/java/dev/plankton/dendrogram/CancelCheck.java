package dev.plankton.dendrogram;

/** Called often by long computations; throws when nobody wants their result any more. */
@FunctionalInterface
interface CancelCheck {
    void check() throws InterruptedException;
}
