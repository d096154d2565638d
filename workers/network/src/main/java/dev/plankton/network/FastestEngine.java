package dev.plankton.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/** Finds out which engine embeds a network's images faster on this machine, as busy as it is now. */
final class FastestEngine {
    private static final int IMAGES = 16;

    private FastestEngine() {}

    static Engine of(Path checkpoint) throws IOException {
        int side = Checkpoint.read(checkpoint).network().side();
        List<byte[]> images = Collections.nCopies(IMAGES, new byte[side * side]);
        long dl4j = nanoseconds(checkpoint, Engine.DL4J, images, side);
        long onnx = nanoseconds(checkpoint, Engine.ONNX_RUNTIME, images, side);
        return dl4j < onnx ? Engine.DL4J : Engine.ONNX_RUNTIME;
    }

    private static long nanoseconds(Path checkpoint, Engine engine, List<byte[]> images, int side) throws IOException {
        try (Embedder embedder = Embedder.open(checkpoint, engine)) {
            embedder.embed(images, side); // the first time, memory is found and code compiled
            long start = System.nanoTime();
            embedder.embed(images, side);
            return System.nanoTime() - start;
        }
    }
}
