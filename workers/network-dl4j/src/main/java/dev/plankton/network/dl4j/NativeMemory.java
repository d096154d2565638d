package dev.plankton.network.dl4j;

import dev.plankton.network.checkpoint.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Copies parameters between arrays and native memory, and releases that memory. */
final class NativeMemory {
    private NativeMemory() {}

    /** @throws IOException if the checkpoint does not fit the graph; the graph is then released */
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

    static float[] floats(INDArray array) {
        return array.reshape(array.length()).toFloatVector();
    }

    /** Releases the parameters and gradients of a graph that this thread used, and the thread's workspaces. */
    static void release(ComputationGraph graph) {
        graph.clearLayersStates();
        graph.close();
        Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    }
}
