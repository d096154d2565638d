package dev.plankton.numerics;

/** Called often by long computations. It throws if the result is no longer needed. */
@FunctionalInterface
public interface CancelCheck {
    /** @throws InterruptedException if the computation must stop */
    void check() throws InterruptedException;
}
