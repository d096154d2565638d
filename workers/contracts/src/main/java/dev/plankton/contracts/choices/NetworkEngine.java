package dev.plankton.contracts.choices;

/** The library that trains networks and classifiers. Each opens the checkpoints of the other. */
public enum NetworkEngine {
    /** The one of the others that is faster on the machine that trains; the run history says which and why. */
    AUTO,
    /** Deeplearning4j. */
    DL4J,
    /** libtorch, the library behind PyTorch. */
    PYTORCH
}
