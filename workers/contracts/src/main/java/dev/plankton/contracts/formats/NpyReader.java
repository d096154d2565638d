package dev.plankton.contracts.formats;

import dev.plankton.contracts.BadInputException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads matrices that other programs wrote in NumPy's format, versions 1.0 to 3.0. It trusts nothing that the header
 * says.
 */
public final class NpyReader {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 10_000;
    private static final Pattern TYPE = Pattern.compile("'descr': *'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order': *(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([0-9, ]*)\\)");
    private static final Pattern MATRIX = Pattern.compile("(\\d{1,9}), *(\\d{1,9}),? *");

    private final String name;
    private final long mostValues;

    /**
     * @param name name of the file in messages
     * @param mostValues a matrix with more values is refused
     */
    public NpyReader(String name, long mostValues) {
        this.name = name;
        this.mostValues = mostValues;
    }

    /**
     * Reads float32 or float64 values; float64 values are rounded to float32.
     *
     * @return shape rows x columns
     * @throws BadInputException if the file is anything but one complete matrix of such values, stored row by row
     */
    public float[][] read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                throw bad("is not an NPY file; write it with numpy.save");
            }
            int version = in.readUnsignedByte();
            in.readByte();
            int length =
                    version == 1 ? Short.reverseBytes(in.readShort()) & 0xffff : Integer.reverseBytes(in.readInt());
            if (length < 0 || length > LONGEST_HEADER) {
                throw bad("has a header of %d bytes; write it with numpy.save".formatted(length));
            }
            byte[] header = new byte[length];
            in.readFully(header);
            long start = MAGIC.length + 2 + (version == 1 ? Short.BYTES : Integer.BYTES) + length;
            return values(new String(header, StandardCharsets.ISO_8859_1), Files.size(file) - start, in);
        } catch (EOFException e) {
            throw bad("ends too early; upload it again");
        }
    }

    /** @param bytes how many follow the header */
    private float[][] values(String header, long bytes, DataInputStream in) throws IOException {
        String type = found(TYPE, header);
        int width = switch (type) {
            case "<f4" -> Float.BYTES;
            case "<f8" -> Double.BYTES;
            default -> throw bad("holds values of type '%s'; save float32 or float64".formatted(type));
        };
        if (!found(ORDER, header).equals("False")) {
            throw bad("is in Fortran order; save numpy.ascontiguousarray of it");
        }
        String shape = found(SHAPE, header);
        Matcher matrix = MATRIX.matcher(shape);
        if (!matrix.matches()) {
            throw bad("has the shape (%s); save a matrix of images x dimensions".formatted(shape));
        }
        int rows = Integer.parseInt(matrix.group(1));
        int columns = Integer.parseInt(matrix.group(2));
        if ((long) rows * columns > mostValues) {
            throw bad("holds %,d x %,d values, more than the %,d that are read; give fewer images"
                    .formatted(rows, columns, mostValues));
        }
        if (columns == 0) {
            throw bad("holds vectors of 0 dimensions");
        }
        long needed = (long) rows * columns * width;
        if (bytes != needed) {
            throw bad(
                    "holds %,d bytes of values where its header promises %,d; upload it again, as numpy.save writes it"
                            .formatted(bytes, needed));
        }
        float[][] values = new float[rows][columns];
        byte[] stored = new byte[columns * width];
        for (float[] row : values) {
            in.readFully(stored);
            ByteBuffer buffer = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < columns; i++) {
                row[i] = width == Float.BYTES ? buffer.getFloat() : (float) buffer.getDouble();
            }
        }
        return values;
    }

    private String found(Pattern pattern, String header) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw bad("has a header that NumPy does not write; write it with numpy.save");
        }
        return matcher.group(1);
    }

    private BadInputException bad(String what) {
        return new BadInputException("%s %s.".formatted(name, what));
    }
}
