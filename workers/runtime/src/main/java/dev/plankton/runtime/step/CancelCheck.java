package dev.plankton.runtime.step;

/** Called often by long computations; throws when nobody wants their result any more. */
@FunctionalInterface
public interface CancelCheck {
    void check() throws InterruptedException;
}
