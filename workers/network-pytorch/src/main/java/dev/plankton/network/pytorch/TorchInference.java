package dev.plankton.network.pytorch;

import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.data.InputBatch;
import dev.plankton.network.data.ScaledBatches;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.javacpp.PointerScope;

/** Takes images through a section that ends with one row for each image. It owns the section. */
final class TorchInference implements AutoCloseable {
    private final NetworkSettings settings;
    private final FrozenSection section;

    TorchInference(NetworkSettings settings, FrozenSection section) {
        this.settings = settings;
        this.section = section;
    }

    /**
     * @param images side x side grey values each, 0 black to 255 white
     * @param row is applied to each row of the output
     */
    float[][] map(List<byte[]> images, int side, Function<double[], float[]> row) {
        return ScaledBatches.map(
                images,
                side,
                settings,
                batch -> Arrays.stream(outputs(batch)).map(row).toArray(float[][]::new));
    }

    private double[][] outputs(List<byte[]> images) {
        try (PointerScope scope = new PointerScope()) {
            return Tensors.doubles(section.output(InputBatch.of(images, settings), scope));
        }
    }

    @Override
    public void close() {
        section.close();
    }
}
