package dev.plankton.steps.datasetimport;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ExtraFieldUtils;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipExtraField;

/**
 * Decodes the names in a ZIP (APPNOTE.TXT, appendix D, and 4.6.9). A name is in UTF-8 if its flag says so, or else is
 * what the Unicode path field says. A name that has neither is taken as UTF-8 if its bytes are UTF-8. Otherwise, a name
 * from DOS or Windows is in code page 437, as the specification says, and any other in ISO 8859-1, as in Info-ZIP.
 */
final class ZipNames {
    private static final Charset CODE_PAGE_437 = Charset.forName("IBM437");

    /** The values of "version made by" for FAT, OS/2, NTFS and VFAT (APPNOTE.TXT, 4.4.2). */
    private static final Set<Integer> DOS_AND_WINDOWS = Set.of(0, 6, 10, 14);

    private ZipNames() {}

    /**
     * The name of an entry.
     *
     * @param localExtra the extra fields of its header
     * @throws IOException if the bytes are not in the encoding that they should be in
     */
    static String decode(ZipArchiveEntry entry, byte[] localExtra) throws IOException {
        byte[] name = entry.getRawName();
        if (entry.getGeneralPurposeBit().usesUTF8ForNames()) {
            return Utf8.decode(name).orElseThrow(() -> undecodable(name));
        }
        List<byte[]> unicode = Stream.concat(
                        Arrays.stream(entry.getExtraFields()),
                        Arrays.stream(
                                ExtraFieldUtils.parse(localExtra, true, ExtraFieldUtils.UnparseableExtraField.SKIP)))
                .flatMap(field -> unicodeName(field, name).stream())
                .toList();
        for (byte[] other : unicode) {
            if (!Arrays.equals(other, unicode.getFirst())) {
                throw new IOException("an entry has two names");
            }
        }
        if (!unicode.isEmpty()) {
            return Utf8.decode(unicode.getFirst()).orElseThrow(() -> undecodable(name));
        }
        Charset old = DOS_AND_WINDOWS.contains(entry.getPlatform()) ? CODE_PAGE_437 : StandardCharsets.ISO_8859_1;
        return Utf8.decode(name).orElseGet(() -> new String(name, old));
    }

    /** The field's name, unless the entry was renamed by a program that does not know the field. */
    private static Optional<byte[]> unicodeName(ZipExtraField field, byte[] name) {
        CRC32 checksum = new CRC32();
        checksum.update(name);
        return field instanceof UnicodePathExtraField path && path.getNameCRC32() == checksum.getValue()
                ? Optional.of(path.getUnicodeName())
                : Optional.empty();
    }

    private static IOException undecodable(byte[] name) {
        return new IOException("the name of the entry '%s' should be in UTF-8, but is not"
                .formatted(new String(name, StandardCharsets.ISO_8859_1)));
    }
}
