package dev.plankton.local;

import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.engine.store.ObjectStore;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** What users get wrong, and the sentences that they get. */
final class BadInputs {

    /**
     * @param files what to upload under {@link StoreKeys#UPLOADS}
     * @param input what differs from a good input
     * @param sentence a part of the sentence that the run must give
     */
    record Case(String name, Map<String, byte[]> files, Map<String, Object> input, String sentence) {
        void upload(ObjectStore store) throws IOException {
            Path file = Files.createTempFile("upload", "");
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                Files.write(file, entry.getValue());
                store.put(StoreKeys.UPLOADS + entry.getKey(), file, "application/octet-stream");
            }
            Files.delete(file);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private BadInputs() {}

    static Stream<Case> all() throws IOException {
        return Stream.of(
                new Case("a misspelt key", Map.of(), Map.of("learningrate", 0.1), "learningrate"),
                new Case("a negative rate", Map.of(), Map.of("learningRate", -1), "learningRate"),
                new Case("no such dataset", Map.of(), Map.of("dataset", "bey"), "bey"),
                new Case(
                        "a dataset without images",
                        Map.of("empty/readme.txt", "no images yet".getBytes(StandardCharsets.UTF_8)),
                        Map.of("dataset", "empty"),
                        "empty"),
                new Case("one class", images("single", "copepod"), Map.of("dataset", "single"), "copepod"),
                new Case("corrupt images", corrupt(), Map.of("dataset", "corrupt"), "egg"),
                new Case("a ZIP that leaves its folder", slip(), Map.of("dataset", "slip"), "../evil.png"),
                new Case("images too large", huge(), Map.of("dataset", "huge"), "huge"));
    }

    private static Map<String, byte[]> images(String dataset, String... classes) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : classes) {
            for (int i = 0; i < 8; i++) {
                BufferedImage image = new BufferedImage(40 + i, 30, BufferedImage.TYPE_BYTE_GRAY);
                image.getRaster().setSample(i, 3, 0, 200 + name.length());
                ByteArrayOutputStream png = new ByteArrayOutputStream();
                ImageIO.write(image, "png", png);
                files.put("%s/%s/%d.png".formatted(dataset, name, i), png.toByteArray());
            }
        }
        return files;
    }

    /** One good class, and one whose images cannot be decoded. */
    private static Map<String, byte[]> corrupt() throws IOException {
        Map<String, byte[]> files = images("corrupt", "copepod");
        for (int i = 0; i < 8; i++) {
            files.put("corrupt/egg/%d.png".formatted(i), ("no picture " + i).getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    private static Map<String, byte[]> slip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : images("x", "copepod", "egg").entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey().substring(2)));
                zip.write(file.getValue());
            }
            zip.putNextEntry(new ZipEntry("../evil.png"));
            zip.write(1);
        }
        return Map.of("slip/images.zip", bytes.toByteArray());
    }

    /** A class of pictures whose headers claim 20,000 x 20,000 pixels. */
    private static Map<String, byte[]> huge() throws IOException {
        Map<String, byte[]> files = images("huge", "copepod", "egg");
        files.replaceAll((name, png) -> name.startsWith("huge/egg") ? enlarged(png) : png);
        return files;
    }

    /** Width and height are in bytes 16 to 23 of a PNG file; the checksum after the header is corrected. */
    private static byte[] enlarged(byte[] png) {
        ByteBuffer header = ByteBuffer.wrap(png.clone());
        header.putInt(16, 20_000).putInt(20, 20_000);
        CRC32 checksum = new CRC32();
        checksum.update(header.array(), 12, 17);
        return header.putInt(29, (int) checksum.getValue()).array();
    }
}
