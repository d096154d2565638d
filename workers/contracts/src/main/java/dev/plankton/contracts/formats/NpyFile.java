package dev.plankton.contracts.formats;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Matrices of floats in NumPy's format 1.0 ({@code numpy.load} reads them): little-endian, row by row. */
public final class NpyFile {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    /** The values begin at a multiple of this many bytes. */
    private static final int ALIGNMENT = 64;

    private NpyFile() {}

    /**
     * Writes float32 values.
     *
     * @param matrix shape rows x columns
     */
    public static void write(float[][] matrix, int columns, Path file) throws IOException {
        String shape =
                "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }".formatted(matrix.length, columns);
        int before = MAGIC.length + Short.BYTES;
        int padding = ALIGNMENT - (before + shape.length() + 1) % ALIGNMENT;
        byte[] header = (shape + " ".repeat(padding % ALIGNMENT) + "\n").getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(MAGIC);
            out.write(bytes(Short.BYTES).putShort((short) header.length).array());
            out.write(header);
            for (float[] row : matrix) {
                if (row.length != columns) {
                    throw new IllegalArgumentException("a row of %d values, not %d".formatted(row.length, columns));
                }
                ByteBuffer values = bytes(columns * Float.BYTES);
                values.asFloatBuffer().put(row);
                out.write(values.array());
            }
        }
    }

    private static ByteBuffer bytes(int count) {
        return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    }
}
