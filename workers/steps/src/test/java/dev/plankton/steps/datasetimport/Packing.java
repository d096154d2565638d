package dev.plankton.steps.datasetimport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes unusual ZIPs, and reads archives without a store. */
final class Packing {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

    /** @param options sets how names are stored */
    Packing(Consumer<ZipArchiveOutputStream> options) {
        options.accept(zip);
    }

    Packing() {
        this(options -> {});
    }

    /** An entry of the same name may be there already. */
    Packing with(String name, byte[] content, Consumer<ZipArchiveEntry> options) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        options.accept(entry);
        zip.putArchiveEntry(entry);
        zip.write(content);
        zip.closeArchiveEntry();
        return this;
    }

    Packing with(String name, byte[] content) throws IOException {
        return with(name, content, entry -> {});
    }

    byte[] bytes() throws IOException {
        zip.close();
        return bytes.toByteArray();
    }

    /** As {@link Upload#zip}, but the sizes stand before the content, and every second file is not packed. */
    static byte[] stored(Upload upload) throws IOException {
        Packing packing = new Packing();
        int number = 0;
        for (Map.Entry<String, byte[]> file : upload.files().entrySet()) {
            int method = number++ % 2 == 0 ? ZipEntry.STORED : ZipEntry.DEFLATED;
            packing.with(file.getKey(), file.getValue(), entry -> {
                entry.setMethod(method);
                entry.setSize(file.getValue().length);
                CRC32 checksum = new CRC32();
                checksum.update(file.getValue());
                entry.setCrc(checksum.getValue());
            });
        }
        return packing.bytes();
    }

    /** What the survey and the reading of one archive find. */
    record Found(List<String> surveyed, Map<String, byte[]> read) {}

    static Found read(String name, byte[] archive, Path scratch, Limits limits)
            throws IOException, InterruptedException {
        Path file = Files.write(Files.createTempFile(scratch, "archive", null), archive);
        Path folder = Files.createTempDirectory(scratch, "copies");
        Spool spool = new Spool(folder, limits.bytesPerFile());
        List<ArchiveFile> archives = new ArchiveUpload(folder, limits, spool)
                .withNested(
                        List.of(new ArchiveFile(name, new ArchiveBytes.Local(file), List.of(), false)),
                        new ArchiveFolders());
        ArchiveFiles files = new ArchiveFiles(archives, limits, spool);
        List<String> surveyed = new ArrayList<>();
        files.survey(path -> surveyed.add(path.toString()));
        Map<String, byte[]> read = new LinkedHashMap<>();
        files.read(
                path -> true,
                (path, spooled) -> read.put(
                        path.toString(),
                        switch (spooled) {
                            case Spooled.Whole whole -> bytes(whole);
                            case Spooled.Empty empty -> new byte[0];
                            case Spooled.TooLong tooLong -> throw new IllegalStateException();
                        }));
        return new Found(surveyed, read);
    }

    private static byte[] bytes(Spooled.Whole file) throws IOException {
        try (InputStream in = file.copy().open()) {
            return in.readAllBytes();
        }
    }
}
