package dev.plankton.relations;

/** Called often by long computations; throws when nobody wants their result any more. */
@FunctionalInterface
interface CancelCheck {
    void check() throws InterruptedException;
}
