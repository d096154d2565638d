package dev.plankton.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarballTest {
    private static final long MOST_BYTES = 32 << 20;

    @TempDir
    private Path folder;

    private Path unpack(Path tarball) throws IOException {
        Path unpacked = Files.createDirectories(folder.resolve("unpacked"));
        new Tarball(unpacked, MOST_BYTES).unpack(tarball);
        return unpacked;
    }

    @Test
    void unpacksPlainFiles() throws Exception {
        Path unpacked = unpack(Tarballs.write(folder.resolve("a.tgz"), Map.of("package/a/b", new byte[] {1, 2})));
        assertThat(unpacked.resolve("package/a/b")).hasBinaryContent(new byte[] {1, 2});
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "package/../../evil", "/tmp/plankton-evil", "."})
    void noEntryLeavesTheFolder(String name) throws Exception {
        Path tarball = Tarballs.write(folder.resolve("a.tgz"), Map.of(name, new byte[1]));
        assertThatThrownBy(() -> unpack(tarball))
                .isInstanceOf(UnusableWeightsException.class)
                .hasMessage("its entry %s leads outside the folder", name);
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @Test
    void linksAreLeftOut() throws Exception {
        Path tarball = folder.resolve("a.tgz");
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(tarball)))) {
            TarArchiveEntry link = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        assertThat(unpack(tarball)).isEmptyDirectory();
    }

    @Test
    void bombsAreRefused() throws Exception {
        Path bytes = Tarballs.write(folder.resolve("a.tgz"), Map.of("a", new byte[(int) MOST_BYTES]));
        assertThatThrownBy(() -> unpack(bytes))
                .isInstanceOf(UnusableWeightsException.class)
                .hasMessage("it unpacks to more than %,d bytes", MOST_BYTES);
        Path entries = Tarballs.write(
                folder.resolve("b.tgz"),
                IntStream.range(0, 5_001).boxed().collect(Collectors.toMap(i -> "a" + i, i -> new byte[0])));
        assertThatThrownBy(() -> unpack(entries))
                .isInstanceOf(UnusableWeightsException.class)
                .hasMessage("it has more than 5,000 entries");
    }

    @Test
    void damageIsToldInASentence() throws Exception {
        Path tarball = Tarballs.write(folder.resolve("a.tgz"), Map.of("a", new byte[5_000]));
        byte[] whole = Files.readAllBytes(tarball);
        Files.write(tarball, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> unpack(tarball))
                .isInstanceOf(UnusableWeightsException.class)
                .hasMessageStartingWith("it cannot be unpacked (");
    }

    /** Each header announces only another header; the tar's reader would call itself for each. */
    @Test
    void chainedHeadersAreRefused() throws Exception {
        Path tarball = folder.resolve("a.tgz");
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(tarball)))) {
            byte[] name = "11 path=ab\n".getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 300; i++) {
                TarArchiveEntry header = new TarArchiveEntry("header", TarConstants.LF_PAX_EXTENDED_HEADER_LC);
                header.setSize(name.length);
                tar.putArchiveEntry(header);
                tar.write(name);
                tar.closeArchiveEntry();
            }
        }
        assertThatThrownBy(() -> unpack(tarball))
                .isInstanceOf(UnusableWeightsException.class)
                .hasMessage("the headers of one of its entries have more than 262,144 bytes");
    }

    @Test
    void ofAnEntryThatIsThereTwiceTheLastCounts() throws Exception {
        Path tarball = folder.resolve("a.tgz");
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(tarball)))) {
            for (byte content = 1; content <= 2; content++) {
                TarArchiveEntry header = new TarArchiveEntry("package/a", true);
                header.setSize(1);
                tar.putArchiveEntry(header);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        assertThat(unpack(tarball).resolve("package/a")).hasBinaryContent(new byte[] {2});
    }
}
