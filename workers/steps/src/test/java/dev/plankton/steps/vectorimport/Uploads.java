package dev.plankton.steps.vectorimport;

import dev.plankton.contracts.formats.EmbeddingFile;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.engine.testing.LocalContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What somebody might upload. */
record Uploads(LocalContext context, Path folder) {
    static final UploadName NAME = new UploadName("elsewhere");

    /** Two classes, two images of each in each split; a third dimension tells images apart. */
    static EmbeddingTable table() {
        int rows = 12;
        String[] images = new String[rows];
        int[] labels = new int[rows];
        Split[] splits = new Split[rows];
        float[][] vectors = new float[rows][];
        for (int row = 0; row < rows; row++) {
            images[row] = "copepod/%d.png".formatted(row);
            labels[row] = row % 2;
            splits[row] = Split.values()[row / 4];
            vectors[row] = new float[] {row % 2, 0.1f + row, -1e-7f / (row + 1)};
        }
        return new EmbeddingTable(List.of(images), List.of("Calanoida", "eggs, round"), labels, splits, vectors);
    }

    /** The table with a header and quoted names, as pandas would write it. */
    static String csv() {
        StringBuilder csv = new StringBuilder("\uFEFFsplit,class,image,remark\r\n");
        EmbeddingTable table = table();
        for (int row = 0; row < table.size(); row++) {
            csv.append("%s,\"%s\",%s,x\r\n"
                    .formatted(
                            List.of("Train", "val", "TEST").get(table.splits()[row].ordinal()),
                            table.classes().get(table.labels()[row]),
                            table.images().get(row)));
        }
        return csv.toString();
    }

    /** An NPY file as NumPy 1.24 writes it, of any type, order, shape and values. */
    static byte[] npy(String type, String order, String shape, byte[] values) {
        String header = "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }".formatted(type, order, shape);
        header = header + " ".repeat(117 - header.length()) + "\n";
        ByteBuffer bytes = ByteBuffer.allocate(128 + values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) header.length());
        return bytes.put(header.getBytes(StandardCharsets.ISO_8859_1))
                .put(values)
                .array();
    }

    static byte[] floats(EmbeddingTable table) {
        ByteBuffer bytes = ByteBuffer.allocate(table.size() * 3 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] vector : table.vectors()) {
            for (float value : vector) {
                bytes.putFloat(value);
            }
        }
        return bytes.array();
    }

    static byte[] doubles(EmbeddingTable table) {
        ByteBuffer bytes = ByteBuffer.allocate(table.size() * 3 * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] vector : table.vectors()) {
            for (float value : vector) {
                bytes.putDouble(value);
            }
        }
        return bytes.array();
    }

    static byte[] goodNpy() {
        return npy("<f4", "False", "(12, 3)", floats(table()));
    }

    void put(String file, byte[] bytes) throws IOException {
        Path path = Files.write(folder.resolve("upload"), bytes);
        context.objects().put(StoreKeys.upload(NAME) + file, path, "application/octet-stream");
    }

    void put(String file, String text) throws IOException {
        put(file, text.getBytes(StandardCharsets.UTF_8));
    }

    void putParquet(EmbeddingTable table) throws IOException {
        Path file = folder.resolve("table.parquet");
        EmbeddingFile.write(table, file);
        put("mine.parquet", Files.readAllBytes(file));
    }
}
