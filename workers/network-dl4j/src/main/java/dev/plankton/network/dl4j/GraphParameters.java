package dev.plankton.network.dl4j;

import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The parameters of a graph by layer and name ("conv2d_7/W"), or arrays of the same layout. Each is laid out as in
 * memory: weights of a convolution as out x in x height x width, of the dense layer as out x in.
 */
final class GraphParameters {
    private GraphParameters() {}

    /** @param flat the graph's parameters, or any array of the same layout */
    static Map<String, float[]> read(ComputationGraph graph, INDArray flat) {
        Map<String, float[]> values = new TreeMap<>();
        places(graph)
                .forEach((name, place) -> values.put(name, view(flat, place).toFloatVector()));
        return values;
    }

    /**
     * Writes values into the array. Parameters without a value stay unchanged.
     *
     * @param flat the graph's parameters, or any array of the same layout
     * @throws IllegalArgumentException if a value has another length than its parameter
     */
    static void write(ComputationGraph graph, INDArray flat, Map<String, float[]> values) {
        places(graph).forEach((name, place) -> {
            float[] value = values.get(name);
            if (value == null) {
                return;
            }
            if (value.length != place.length()) {
                throw new IllegalArgumentException(
                        "%s has %d values, not %d".formatted(name, value.length, place.length()));
            }
            try (INDArray source = Nd4j.createFromArray(value)) {
                view(flat, place).assign(source);
            }
        });
    }

    static boolean has(ComputationGraph graph, Map<String, float[]> values) {
        return values.keySet().containsAll(places(graph).keySet());
    }

    private record Place(long from, long length) {}

    private static Map<String, Place> places(ComputationGraph graph) {
        Map<String, Place> places = new TreeMap<>();
        for (Layer layer : graph.getLayers()) {
            if (layer.numParams() > 0) {
                String name = layer.conf().getLayer().getLayerName();
                layer.paramTable()
                        .forEach((key, parameter) ->
                                places.put(name + "/" + key, new Place(parameter.offset(), parameter.length())));
            }
        }
        return places;
    }

    private static INDArray view(INDArray flat, Place place) {
        return flat.reshape(flat.length()).get(NDArrayIndex.interval(place.from, place.from + place.length));
    }
}
