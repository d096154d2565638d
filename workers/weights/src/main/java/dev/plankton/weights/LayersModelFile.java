package dev.plankton.weights;

import dev.plankton.weights.LayersModel.Group;
import dev.plankton.weights.LayersModel.Weight;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The tensors of a TensorFlow.js layers model, quantised or not. */
final class LayersModelFile {
    static final int MOST_MODEL_BYTES = 32 << 20;
    /** Limit for all files of weights together; Inception v3 has 92 MB with ImageNet's top. */
    static final int MOST_WEIGHT_BYTES = 384 << 20;

    private static final int MOST_TENSORS = 20_000;
    private static final int MOST_FILES = 2_000;

    private LayersModelFile() {}

    /** @throws UnusableWeightsException if the model is damaged, too large or has an unknown encoding */
    static List<Tensor> tensors(ModelFiles files) throws IOException {
        List<Group> groups = LayersModel.parse(files.model()).weightsManifest();
        checkCounts(groups);
        List<Tensor> tensors = new ArrayList<>();
        int left = MOST_WEIGHT_BYTES;
        for (Group group : groups) {
            int size = size(group, left);
            left -= size;
            byte[] content = content(group, size, files);
            int offset = 0;
            for (Weight weight : group.weights()) {
                int start = offset;
                tensors.add(new Tensor(weight.name(), weight.shape(), () -> weight.values(content, start)));
                offset += weight.size() * weight.encoding().bytes();
            }
        }
        return tensors;
    }

    private static void checkCounts(List<Group> groups) {
        if (groups.stream().mapToInt(group -> group.weights().size()).sum() > MOST_TENSORS
                || groups.stream().mapToInt(group -> group.paths().size()).sum() > MOST_FILES) {
            throw new UnusableWeightsException("its model.json lists more tensors or files than any such model");
        }
    }

    private static int size(Group group, int most) {
        long size = 0;
        for (Weight weight : group.weights()) {
            size += (long) weight.size() * weight.encoding().bytes();
            if (size > most) {
                throw new UnusableWeightsException(
                        "its model.json lists more than %,d MB of weights".formatted(MOST_WEIGHT_BYTES >> 20));
            }
        }
        return (int) size;
    }

    /** Allocates only what the files hold, not what the manifest claims. */
    private static byte[] content(Group group, int size, ModelFiles files) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (String path : group.paths()) {
            content.write(files.weights(path));
            if (content.size() > size) {
                break;
            }
        }
        if (content.size() != size) {
            throw new UnusableWeightsException("its files of weights hold %s %,d bytes that its model.json lists"
                    .formatted(content.size() < size ? "fewer than the" : "more than the", size));
        }
        return content.toByteArray();
    }
}
