package dev.plankton.weights;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ContiguousDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The tensors of an {@code .h5} file that Keras wrote, either only weights or a whole model (whose weights are in the
 * group {@code model_weights}). The groups are walked, and not looked up by the names that Keras lists in attributes.
 * The result is the same, and a file whose layers are inside another model's layer can also be read.
 *
 * <p>The file is read from memory, where jHDF only slices it, so sizes that the file claims for its structures allocate
 * nothing. Links, which may lead to other files, are neither datasets nor groups for jHDF, and are not followed.
 */
final class KerasFile {
    private static final int MOST_BYTES = 512 << 20;
    private static final int DEEPEST = 8;
    private static final int MOST_NODES = 20_000;
    /** Variables without names, such as {@code layers/conv2d_1/vars/0}. */
    private static final Pattern KERAS_3 = Pattern.compile("(?:^|/)vars/\\d+$");

    private final List<Tensor> tensors = new ArrayList<>();
    private int nodes;

    private KerasFile() {}

    /** @throws UnusableWeightsException if the file is too large, damaged or has too many groups */
    static List<Tensor> tensors(Path file) throws IOException {
        long bytes = Files.size(file);
        if (bytes > MOST_BYTES) {
            throw new UnusableWeightsException("it has %,d MB, but at most %,d MB are read; save only the weights"
                    .formatted(bytes >> 20, MOST_BYTES >> 20));
        }
        byte[] content = Files.readAllBytes(file);
        KerasFile walk = new KerasFile();
        sound(() -> {
            walk.group(weights(HdfFile.fromBytes(content)), "", 0);
            return walk.tensors;
        });
        if (walk.tensors.stream()
                .anyMatch(tensor -> KERAS_3.matcher(tensor.path()).find())) {
            throw new UnusableWeightsException(
                    "it is a .weights.h5 file of Keras 3, which numbers the layers in an order of its own, so that some could be"
                            + " mistaken for others; load it into its model in Python, and import the file that"
                            + " model.save('inception_v3.h5') writes");
        }
        return walk.tensors;
    }

    private static Group weights(Group root) {
        return root.getChildren().get("model_weights") instanceof Group weights ? weights : root;
    }

    private void group(Group group, String path, int depth) {
        for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
            nodes++;
            if (nodes > MOST_NODES || depth > DEEPEST) {
                throw new UnusableWeightsException("it has more groups than any Keras model");
            }
            String childPath = path + child.getKey();
            if (child.getValue() instanceof Dataset dataset) {
                tensors.add(tensor(childPath, dataset));
            } else if (child.getValue() instanceof Group inner) {
                group(inner, childPath + "/", depth + 1);
            }
        }
    }

    private static Tensor tensor(String path, Dataset dataset) {
        List<Integer> shape = Arrays.stream(dataset.getDimensions()).boxed().toList();
        return new Tensor(path, shape, () -> sound(() -> values(path, dataset)));
    }

    private static float[] values(String path, Dataset dataset) {
        // Keras writes whole blocks; the chunks of others may be compressed a thousandfold.
        if (dataset instanceof ContiguousDataset && dataset.getDataFlat() instanceof float[] values) {
            return values;
        }
        throw new UnusableWeightsException(
                "%s is not one block of 32-bit numbers, as Keras writes it".formatted(Printable.text(path)));
    }

    /** jHDF may throw any exception for a damaged file. */
    private static <T> T sound(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnusableWeightsException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw new UnusableWeightsException("it is damaged or not an HDF5 file", e);
        }
    }
}
