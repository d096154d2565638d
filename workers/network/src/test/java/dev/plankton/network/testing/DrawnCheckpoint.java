package dev.plankton.network.testing;

import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.architecture.Parameters;
import dev.plankton.network.checkpoint.Checkpoint;
import dev.plankton.network.checkpoint.FirstParameters;
import dev.plankton.network.data.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Checkpoints of networks that were not trained, but in which every kind of parameter has an effect. */
public final class DrawnCheckpoint {
    private DrawnCheckpoint() {}

    public static Path write(NetworkSettings network, long seed, Path file) throws IOException {
        new Checkpoint(network, parameters(network, seed)).write(file);
        return file;
    }

    /** Weights as at the start of a training; shifts and statistics keep values near 1 from layer to layer. */
    public static Map<String, float[]> parameters(NetworkSettings network, long seed) {
        SplittableRandom random = Seeds.random(seed);
        Map<String, float[]> parameters = new TreeMap<>(FirstParameters.of(network, seed, Optional.empty()));
        parameters.forEach((name, values) -> {
            switch (name.substring(name.indexOf('/') + 1)) {
                case Parameters.VARIANCE -> fill(values, random, 0.08, 0.14);
                case Parameters.MEAN -> fill(values, random, -0.05, 0.05);
                case Parameters.SHIFT, Parameters.BIAS -> fill(values, random, -0.2, 0.2);
                default -> {}
            }
        });
        return parameters;
    }

    private static void fill(float[] values, SplittableRandom random, double from, double to) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(from, to);
        }
    }
}
