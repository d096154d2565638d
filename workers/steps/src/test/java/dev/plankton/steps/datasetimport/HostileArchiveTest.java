package dev.plankton.steps.datasetimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.Layout;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.engine.testing.RecordedHistory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileArchiveTest {
    private static final Limits SMALL = new Limits(50, 1 << 20, 4 << 20, 1 << 20, 10);

    @TempDir
    private Path folder;

    private LocalContext context;
    private Upload good;

    @BeforeEach
    void open() throws IOException {
        context = new LocalContext(folder);
        good = Upload.ofClasses(3, "copepod", "egg");
    }

    private void refused(String archive, byte[] bytes, String... sentence) throws IOException {
        Upload.put(context, "datasets/demo/" + archive, bytes);
        assertThatThrownBy(() ->
                        context.run(new DatasetImportStep(SMALL), ImportInputs.of("demo", Layout.CLASS_FOLDERS, true)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("The archive " + archive)
                .hasMessageContainingAll(sentence);
        // The images of a tar are packed while it is read. No manifest names them if the tar is refused.
        assertThat(context.history().all(RecordedHistory.Published.class))
                .extracting(RecordedHistory.Published::kind)
                .allMatch(kind -> archive.contains(".t") && kind.equals("source-shard"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/evil.png",
                "copepod/../../evil.png",
                "..\\..\\evil.png",
                "/etc/evil.png",
                "C:\\evil.png",
                "a\u0000b/evil.png"
            })
    void refusesPathsThatLeadOutside(String path) throws IOException {
        good.with(path, Upload.png(99));
        refused("a.zip", good.zip(), "whose path ");
        if (path.indexOf('\0') < 0 && !path.startsWith("C:")) {
            context = new LocalContext(folder.resolve("tar"));
            refused("a.tar", good.tar(), "whose path ");
        }
    }

    @Test
    void refusesVeryLongPaths() throws IOException {
        refused("a.zip", good.with("copepod/" + "x".repeat(2000) + ".png", "x").zip(), "longer than 1024 bytes");
    }

    @Test
    void refusesLinksAndDevicesInTars() throws IOException {
        for (byte type : new byte[] {
            TarConstants.LF_SYMLINK,
            TarConstants.LF_LINK,
            TarConstants.LF_CHR,
            TarConstants.LF_BLK,
            TarConstants.LF_FIFO
        }) {
            TarArchiveEntry entry = new TarArchiveEntry("copepod/link.png", type);
            entry.setLinkName("/etc/passwd");
            context = new LocalContext(folder.resolve("type" + type));
            refused("a.tar.gz", Upload.gzip(good.tar(entry)), "'copepod/link.png'", "a link or a device");
        }
    }

    @Test
    void refusesLinksInZips() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            ZipArchiveEntry entry = new ZipArchiveEntry("copepod/link.png");
            entry.setUnixMode(0120777);
            zip.putArchiveEntry(entry);
            zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        }
        refused("a.zip", bytes.toByteArray(), "'copepod/link.png'", "a link or a device");
    }

    @Test
    void refusesArchivesThatUnpackToMuchMoreThanTheirSize() throws IOException {
        Upload bomb = Upload.ofClasses(3, "copepod", "egg");
        for (int i = 0; i < 3; i++) {
            byte[] blank = new byte[1 << 20];
            blank[0] = (byte) i;
            bomb.with("egg/blank%d.bmp".formatted(i), blank);
        }
        refused("a.zip", bomb.zip(), "more than 10 times its size");
        context = new LocalContext(folder.resolve("tar"));
        refused("a.tgz", Upload.gzip(bomb.tar()), "more than 10 times its size");
    }

    @Test
    void refusesArchivesThatUnpackToTooMuch() throws IOException {
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        for (int i = 0; i < 5; i++) {
            noise[0] = (byte) i;
            good.with("egg/noise%d.bmp".formatted(i), noise.clone());
        }
        refused("a.tar", good.tar(), "unpacks to more than 4 MB");
    }

    @Test
    void refusesArchivesOfTooManyFiles() throws IOException {
        refused("a.zip", Upload.ofClasses(26, "copepod", "egg").zip(), "more than 50 files");
    }

    @Test
    void refusesEndlessHeaders() throws IOException {
        TarArchiveEntry name = new TarArchiveEntry(TarConstants.GNU_LONGLINK, TarConstants.LF_GNUTYPE_LONGNAME);
        byte[] endless = new byte[4 << 20];
        Arrays.fill(endless, (byte) 'x');
        name.setSize(endless.length);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] header = new byte[512];
        name.writeEntryHeader(header);
        bytes.write(header);
        bytes.write(endless);
        bytes.write(good.tar());
        refused("a.tar.gz", Upload.gzip(bytes.toByteArray()), "headers of one of its entries");
    }

    @Test
    void refusesDamagedArchives() throws IOException {
        byte[] zip = good.zip();
        byte[] tgz = Upload.gzip(good.tar());
        byte[] flipped = zip.clone();
        for (int i = 40; i < 80; i++) {
            flipped[i] ^= 0x55;
        }
        damaged("cut.zip", Arrays.copyOf(zip, zip.length / 2));
        damaged("flipped.zip", flipped);
        damaged("cut.tar.gz", Arrays.copyOf(tgz, tgz.length / 2));
        damaged("cut.tar", Arrays.copyOf(good.tar(), 1100 + 100));
        damaged("text.zip", "no archive at all".getBytes(StandardCharsets.UTF_8));
        damaged("text.tar", "no archive at all".repeat(100).getBytes(StandardCharsets.UTF_8));
        damaged("empty.tar", new byte[0]);
    }

    @ParameterizedTest
    @CsvSource({"9, Deflate64", "12, bzip2", "14, LZMA", "93, Zstandard", "95, xz", "6, the method of number 6"})
    void namesMethodsThatAreNotSupported(int method, String name) throws IOException {
        byte[] zip = good.zip();
        zip[8] = (byte) method;
        zip[directory(zip) + 10] = (byte) method;
        refused("a.zip", zip, "'copepod/0.png', which is packed with " + name, "plain Deflate");
    }

    @Test
    void namesEncryption() throws IOException {
        byte[] zip = good.zip();
        zip[directory(zip) + 8] |= 1;
        refused("a.zip", zip, "'copepod/0.png', which is encrypted", "without a password");
    }

    @ParameterizedTest
    @CsvSource({"name, 46", "checksum, 16", "size, 24", "length of the name, 28"})
    void refusesDirectoriesThatDoNotFitTheEntries(String field, int position) throws IOException {
        byte[] zip = good.zip();
        zip[directory(zip) + position] ^= 1;
        damaged(field + ".zip", zip);
    }

    @Test
    void refusesMethodsThatDoNotFitTheEntries() throws IOException {
        byte[] zip = good.zip();
        int method = directory(zip) + 10;
        zip[method] = (byte) (zip[method] == 0 ? 8 : 0);
        damaged("method.zip", zip);
    }

    @Test
    void refusesDirectoriesThatBreakOff() throws IOException {
        byte[] zip = good.zip();
        zip[zip.length - 22 + 10]++;
        damaged("count.zip", zip);
        zip = good.zip();
        int second = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2", directory(zip) + 1);
        zip[second] = 0;
        damaged("second.zip", zip);
    }

    private static int directory(byte[] zip) {
        return new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    }

    @Test
    void refusesSizesThatAreAnnouncedTooLarge() throws IOException {
        byte[] zip = good.zip();
        Arrays.fill(zip, directory(zip) + 25, directory(zip) + 28, (byte) 0xf0);
        refused("a.zip", zip, "unpacks to more than 4 MB");
    }

    @Test
    void countsFoldersAsEntries() throws IOException {
        Upload folders = Upload.ofClasses(3, "copepod", "egg");
        for (int i = 0; i < 50; i++) {
            folders.with("folder%d/".formatted(i), "");
        }
        refused("a.zip", folders.zip(), "more than 50 files and folders");
        context = new LocalContext(folder.resolve("tar"));
        refused("a.tar", folders.tar(), "more than 50 files and folders");
    }

    @Test
    void refusesWrongChecksumsInTars() throws IOException {
        byte[] tgz = Upload.gzip(padded(good.tar()));
        tgz[tgz.length - 8] ^= 1;
        damaged("checksum.tgz", tgz);
        byte[] header = good.tar();
        header[100] ^= 1;
        damaged("header.tar", header);
        byte[] longName = new Upload().with("größe/1.png", Upload.png(1)).tar();
        longName[100] ^= 1;
        damaged("name.tar", longName);
    }

    /** With as many zeros at its end as two full blocks of tar(1), which its reader does not look at. */
    private static byte[] padded(byte[] tar) {
        return Arrays.copyOf(tar, 2 * 20 * 512);
    }

    @Test
    void refusesTarsThatFollowEachOther() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(padded(good.tar()));
        both.write(Upload.ofClasses(3, "jelly").tar());
        refused("a.tar", both.toByteArray(), "holds more after its end");
        context = new LocalContext(folder.resolve("gzip"));
        refused("a.tgz", Upload.gzip(both.toByteArray()), "holds more after its end");
    }

    @Test
    void refusesSparseFiles() throws IOException {
        refused(
                "a.tar",
                good.tar(new TarArchiveEntry("copepod/gap.png", TarConstants.LF_GNUTYPE_SPARSE)),
                "'copepod/gap.png', which is stored as a sparse file");
        byte[] manyGaps = new Upload().tar(new TarArchiveEntry("dopepod/Gap.png", TarConstants.LF_GNUTYPE_SPARSE));
        // The mark of GNU tar, and that a list of more gaps follows; the new name keeps the sum of all bytes.
        System.arraycopy("ustar  \0".getBytes(StandardCharsets.US_ASCII), 0, manyGaps, 257, 8);
        manyGaps[482] = 1;
        System.arraycopy("copepod/gap.png".getBytes(StandardCharsets.US_ASCII), 0, manyGaps, 0, 15);
        context = new LocalContext(folder.resolve("many"));
        refused("c.tar", manyGaps, "'copepod/gap.png', which is stored as a sparse file");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            put(tar, TarConstants.LF_PAX_EXTENDED_HEADER_LC, "x", """
                    22 GNU.sparse.major=0
                    22 GNU.sparse.minor=1
                    23 GNU.sparse.size=999
                    24 GNU.sparse.map=990,9
                    """);
            put(tar, TarConstants.LF_NORMAL, "copepod/gap.png", "123456789");
        }
        context = new LocalContext(folder.resolve("pax"));
        refused("b.tar", bytes.toByteArray(), "'copepod/gap.png', which is stored as a sparse file");
    }

    private static void put(TarArchiveOutputStream tar, byte type, String name, String content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, type);
        entry.setSize(content.length());
        tar.putArchiveEntry(entry);
        tar.write(content.getBytes(StandardCharsets.UTF_8));
        tar.closeArchiveEntry();
    }

    private void damaged(String archive, byte[] bytes) throws IOException {
        context = new LocalContext(folder.resolve(archive + "-context"));
        refused(archive, bytes, "is damaged");
    }
}
