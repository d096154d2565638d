package dev.plankton.benchmarks.scale;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A tar in the layout of ZooScanNet: {@code taxa.csv.gz} with a split of 80, 10 and 10 percent, and drawn images. */
final class DrawnTar {
    static final int CLASSES = 40;
    /** The name under which it is uploaded. */
    static final String DATASET = "drawn";
    /** The inputs of a workflow that reads it. */
    static final List<String> INPUTS = List.of("dataset=" + DATASET, "layout=zooscannet");

    private static final int BLOCK = 4096;
    private static final int TENTHS = 10;

    private DrawnTar() {}

    /** How many images to draw: the numbers among the words of the command. */
    static List<Integer> sizes(List<String> words) {
        return words.stream()
                .filter(word -> word.matches("\\d+"))
                .map(Integer::valueOf)
                .toList();
    }

    /** @param images how many; each has other bytes */
    static void write(Path file, int images) throws IOException {
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
            add(tar, "taxa.csv.gz", table(images));
            for (int from = 0; from < images; from += BLOCK) {
                int start = from;
                List<byte[]> block = IntStream.range(start, Math.min(images, start + BLOCK))
                        .parallel()
                        .mapToObj(DrawnTar::png)
                        .toList();
                for (int i = 0; i < block.size(); i++) {
                    add(tar, "imgs/%s/%d.png".formatted(taxon(start + i), start + i), block.get(i));
                }
            }
        }
    }

    private static byte[] png(int image) {
        try {
            return DrawnImage.png(image % CLASSES, image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String taxon(int image) {
        return "Taxon%02d".formatted(image % CLASSES);
    }

    private static byte[] table(int images) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("objid,taxon,set\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < images; i++) {
                // Images of one class are CLASSES apart.
                int tenth = i / CLASSES % TENTHS;
                String set = tenth == 0 ? "valid" : tenth == 1 ? "test" : "train";
                gzip.write("%d,%s,%s\n".formatted(i, taxon(i), set).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static void add(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
