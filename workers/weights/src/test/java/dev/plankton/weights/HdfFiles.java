package dev.plankton.weights;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes a model's weights as Keras does, each layer's in a group within its group. */
final class HdfFiles {
    private HdfFiles() {}

    /** @param inside the group that holds the layers' groups; blank for none */
    static void write(Path file, KerasModel model, String inside) {
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            WritableGroup root = inside.isBlank() ? hdf : hdf.putGroup(inside);
            Map<String, WritableGroup> layers = new HashMap<>();
            model.tensors().forEach((name, part) -> {
                String[] words = name.split("/");
                layers.computeIfAbsent(words[0], layer -> root.putGroup(layer).putGroup(layer))
                        .putDataset(words[1] + ":0", nested(part));
            });
        }
    }

    private static Object nested(KerasModel.Part part) {
        float[] values = part.values().values();
        List<Integer> shape = part.shape();
        if (shape.size() == 1) {
            return values;
        }
        float[][][][] kernel = new float[shape.get(0)][shape.get(1)][shape.get(2)][shape.get(3)];
        int from = 0;
        for (float[][][] row : kernel) {
            for (float[][] pixel : row) {
                for (float[] outputs : pixel) {
                    System.arraycopy(values, from, outputs, 0, outputs.length);
                    from += outputs.length;
                }
            }
        }
        return kernel;
    }
}
