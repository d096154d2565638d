package dev.plankton.contracts.choices;

/** The library that computes embeddings. For the same image and network, the vectors of all engines agree to 1e-4. */
public enum EmbeddingEngine {
    /** On the CPU. */
    ONNX_RUNTIME,
    /** Deeplearning4j, on the training device. */
    DL4J,
    /** libtorch, on the training device. */
    PYTORCH,
    /**
     * The one of the others that is faster on this machine at the moment. The last digits may differ from run to run.
     */
    FASTEST
}
