package dev.plankton.network.checkpoint;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP file of one JSON text and named arrays of 32-bit little-endian floats (NumPy's {@code fromfile} reads an
 * unpacked one). Entries are stored uncompressed, in the order of their names, with a fixed time: the same values give
 * the same bytes.
 *
 * @param settingsName name of the entry with the JSON text
 * @param settings the JSON text
 * @param arrays values by entry name
 */
@SuppressWarnings("ArrayRecordComponent")
public record FloatArchive(String settingsName, String settings, Map<String, float[]> arrays) {
    /** The earliest time that a ZIP file can hold. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int MOST_SETTINGS_BYTES = 1 << 20;
    private static final long MOST_ARRAY_BYTES = 1L << 30;

    public void write(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            add(zip, settingsName, settings.getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, float[]> array : new TreeMap<>(arrays).entrySet()) {
                ByteBuffer bytes = ByteBuffer.allocate(array.getValue().length * Float.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(array.getValue());
                add(zip, array.getKey(), bytes.array());
            }
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /**
     * @throws ZipException if the file is damaged, or is no archive with that settings entry
     * @throws IOException if the file cannot be read
     */
    public static FloatArchive read(Path file, String settingsName) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry settings = zip.getEntry(settingsName);
            if (settings == null) {
                throw new ZipException("%s holds no %s".formatted(file, settingsName));
            }
            String text = new String(content(zip, settings, MOST_SETTINGS_BYTES), StandardCharsets.UTF_8);
            Map<String, float[]> arrays = new TreeMap<>();
            for (ZipEntry entry : zip.stream().toList()) {
                if (!entry.getName().equals(settingsName)) {
                    arrays.put(entry.getName(), floats(content(zip, entry, MOST_ARRAY_BYTES)));
                }
            }
            return new FloatArchive(settingsName, text, arrays);
        } catch (ZipException e) {
            ZipException clearer = new ZipException("%s is damaged or not of this kind".formatted(file));
            clearer.initCause(e);
            throw clearer;
        }
    }

    private static byte[] content(ZipFile zip, ZipEntry entry, long most) throws IOException {
        long size = entry.getSize();
        if (size < 0 || size > most) {
            throw new ZipException(
                    "%s in %s has an invalid size of %d bytes".formatted(entry.getName(), zip.getName(), size));
        }
        CRC32 checksum = new CRC32();
        byte[] content;
        try (InputStream in = zip.getInputStream(entry)) {
            content = in.readNBytes((int) size);
        }
        checksum.update(content);
        if (content.length < size || checksum.getValue() != entry.getCrc()) {
            throw new ZipException("%s in %s is damaged".formatted(entry.getName(), zip.getName()));
        }
        return content;
    }

    private static float[] floats(byte[] bytes) throws IOException {
        if (bytes.length % Float.BYTES != 0) {
            throw new ZipException("%d bytes are not a whole number of 32-bit values".formatted(bytes.length));
        }
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }
}
