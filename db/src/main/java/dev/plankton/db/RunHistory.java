package dev.plankton.db;

/**
 * What runs did, in the {@code plankton} schema. Every method that writes is idempotent: the same call twice leaves the
 * same rows. If the database fails, a method throws an {@link java.io.IOException}; another attempt may succeed. Safe
 * for several threads.
 */
public interface RunHistory {
    /** Runs, their steps and what these published. */
    RunLog runs();

    /** Datasets, rounds, evaluations, classifiers and checks of labels. */
    TrainingLog training();

    /** Models, the names that stand for them, and what was classified with them. */
    Models models();

    /** What led to a result. */
    Provenance provenance();

    /** Runs of a sweep. */
    Sweeps sweeps();

    /** Whether the artifacts of runs are undamaged. */
    Integrity integrity();

    /** What is no longer needed, and its deletion. */
    Retention retention();
}
