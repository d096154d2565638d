package dev.plankton.network;

/** What computes embeddings. The same image and network give vectors that agree to 1e-4. */
public enum Engine {
    DL4J,
    /** On the CPU. */
    ONNX_RUNTIME,
    /** Of the others the one that was faster here just now: the last digits may differ from time to time. */
    FASTEST
}
