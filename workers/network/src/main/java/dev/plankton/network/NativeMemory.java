package dev.plankton.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Moves parameters between arrays and native memory, and gives that memory back. */
final class NativeMemory {
    private NativeMemory() {}

    /** @throws IOException if the checkpoint does not fit the graph, which is released then */
    static void load(ComputationGraph graph, Checkpoint checkpoint, Path file) throws IOException {
        if (!GraphParameters.has(graph, checkpoint.parameters())) {
            release(graph);
            throw new IOException("%s is not a checkpoint of this network: it lacks parameters".formatted(file));
        }
        try {
            GraphParameters.write(graph, graph.params(), checkpoint.parameters());
        } catch (IllegalArgumentException e) {
            release(graph);
            throw new IOException("%s is not a checkpoint of this network: %s".formatted(file, e.getMessage()), e);
        }
    }

    static void copy(float[] values, INDArray target) {
        try (INDArray source = Nd4j.createFromArray(values).reshape(target.shape())) {
            target.assign(source);
        }
    }

    /** Fills it with draws between +-bound. */
    static void draw(INDArray target, double bound, SplittableRandom random) {
        float[] values = new float[(int) target.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
        copy(values, target);
    }

    static float[] floats(INDArray array) {
        return array.reshape(array.length()).toFloatVector();
    }

    /** Of a graph that this thread used: its parameters and gradients, and the thread's workspaces. */
    static void release(ComputationGraph graph) {
        graph.clearLayersStates();
        graph.close();
        Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    }
}
