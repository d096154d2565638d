package dev.plankton.steps.preprocess;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The files that make_references.py wrote. */
final class References {
    private References() {}

    static byte[] bytes(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(References.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    static List<String> lines(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8).lines().toList();
    }

    static int[] numbers(String line) {
        return Arrays.stream(line.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    static GreyImage image(String name) throws IOException {
        List<int[]> rows = lines(name).stream().map(References::numbers).toList();
        int width = rows.getFirst().length;
        byte[] pixels = new byte[rows.size() * width];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) rows.get(i / width)[i % width];
        }
        return new GreyImage(width, rows.size(), pixels);
    }
}
