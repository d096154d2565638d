package dev.plankton.weights;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A model as the TensorFlow.js converter writes it: {@code model.json} and binary files beside it. */
record PlainFiles(SafeFolder folder) implements ModelFiles {
    static final String MODEL = "model.json";

    @Override
    public String model() throws IOException {
        return new String(folder.read(MODEL, LayersModelFile.MOST_MODEL_BYTES), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] weights(String path) throws IOException {
        return folder.read(path, LayersModelFile.MOST_WEIGHT_BYTES);
    }
}
