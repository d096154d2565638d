package dev.plankton.benchmarks;

import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.choices.Precision;
import java.util.Arrays;
import java.util.List;

/** The engines of this project, each with the workloads that it computes in a run. */
enum OurEngine {
    DL4J("Deeplearning4j", NetworkEngine.DL4J, Precision.FP32),
    PYTORCH("libtorch", NetworkEngine.PYTORCH, Precision.FP32),
    PYTORCH_BF16("libtorch, bf16", NetworkEngine.PYTORCH, Precision.BF16),
    ONNX_RUNTIME("ONNX Runtime", NetworkEngine.AUTO, Precision.FP32);

    private final String name;
    private final NetworkEngine training;
    private final Precision precision;

    OurEngine(String name, NetworkEngine training, Precision precision) {
        this.name = name;
        this.training = training;
        this.precision = precision;
    }

    /** What the table calls it. */
    String inTheTable() {
        return name;
    }

    NetworkEngine training() {
        return training;
    }

    Precision precision() {
        return precision;
    }

    static List<OurEngine> of(Workload.Kind kind) {
        return Arrays.stream(values()).filter(engine -> engine.computes(kind)).toList();
    }

    private boolean computes(Workload.Kind kind) {
        return switch (this) {
            case DL4J, PYTORCH -> true;
            case PYTORCH_BF16 -> kind == Workload.Kind.TRAINING || kind == Workload.Kind.SMALL;
            case ONNX_RUNTIME -> kind == Workload.Kind.EMBEDDING;
        };
    }
}
