package dev.plankton.network.pytorch;

import dev.plankton.network.engine.ComputeThreads;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/** The threads that libtorch computes with. */
final class Threads {
    private Threads() {}

    /**
     * As many as the environment says. OpenBLAS gets one: libtorch computes convolutions with threads of its own, and
     * two groups of threads that wait for work without sleeping take the processors from one another (measured on two
     * processors: a training step of the small network took 0.15 s instead of 0.07 s).
     */
    static void set() {
        torch.set_num_threads(ComputeThreads.ofTheNetwork(System.getenv()));
        openblas_nolapack.blas_set_num_threads(1);
    }
}
