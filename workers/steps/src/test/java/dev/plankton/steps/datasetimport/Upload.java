package dev.plankton.steps.datasetimport;

import dev.plankton.engine.testing.LocalContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** Files by path, to be uploaded loose or as an archive. */
final class Upload {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    Upload with(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    Upload with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Small images with these names, all different. */
    static Upload images(String... names) throws IOException {
        Upload upload = new Upload();
        for (int i = 0; i < names.length; i++) {
            upload.with(names[i], png(i));
        }
        return upload;
    }

    /** Small images, all different, for each class. */
    static Upload ofClasses(int images, String... classes) throws IOException {
        Upload upload = new Upload();
        int number = 0;
        for (String name : classes) {
            for (int i = 0; i < images; i++) {
                upload.with("%s/%d.png".formatted(name, i), png(number++));
            }
        }
        return upload;
    }

    static byte[] png(int number) throws IOException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, number % 256);
        image.getRaster().setSample(1, 0, 0, number / 256);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    Map<String, byte[]> files() {
        return files;
    }

    void putLoose(LocalContext context, String dataset) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            put(context, "datasets/%s/%s".formatted(dataset, file.getKey()), file.getValue());
        }
    }

    static void put(LocalContext context, String key, byte[] bytes) throws IOException {
        Path file = Files.createTempFile(context.scratch(), "put", null);
        Files.write(file, bytes);
        context.objects().put(key, file, "application/octet-stream");
    }

    byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    byte[] tar(TarArchiveEntry... extras) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
            for (TarArchiveEntry extra : extras) {
                tar.putArchiveEntry(extra);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GzipCompressorOutputStream gzip = new GzipCompressorOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
