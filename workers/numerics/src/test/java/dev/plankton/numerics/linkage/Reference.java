package dev.plankton.numerics.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The results of SciPy for some vectors; make_linkage.py in the same folder wrote the files. */
@SuppressWarnings("ArrayRecordComponent")
record Reference(float[][] vectors, double[][] linkage, int shown, int[] leaves) {

    static Reference read(String name) throws IOException {
        try (InputStream in = Reference.class.getResourceAsStream(name + ".csv")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            int rows = Integer.parseInt(lines.getFirst().split(",", -1)[1]);
            int end = 1 + rows + 1 + rows - 1;
            return new Reference(
                    lines.subList(1, 1 + rows).stream().map(Reference::floats).toArray(float[][]::new),
                    lines.subList(rows + 2, end).stream()
                            .map(Reference::doubles)
                            .toArray(double[][]::new),
                    Integer.parseInt(lines.get(end).split(",", -1)[1]),
                    Arrays.stream(doubles(lines.get(end + 1)))
                            .mapToInt(v -> (int) v)
                            .toArray());
        }
    }

    private static double[] doubles(String line) {
        return Arrays.stream(line.split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static float[] floats(String line) {
        double[] values = doubles(line);
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
