package dev.plankton.steps.datasetimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream.UnicodeExtraFieldPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How the names in archives are decoded, and that no two of them become one. */
class ArchiveNamesTest {
    private static final Limits LIMITS = new Limits(50, 1 << 20, 4 << 20, 1 << 20, 10);
    private static final byte[] CONTENT = {1, 2, 3};
    private static final String COMPOSED = "gr\u00f6\u00dfe";
    private static final String DECOMPOSED = "gro\u0308\u00dfe";

    @TempDir
    private Path folder;

    /** A ZIP whose names have neither the flag nor the field for Unicode. */
    private static Packing unmarked(String encoding) {
        return new Packing(zip -> {
            zip.setEncoding(encoding);
            zip.setUseLanguageEncodingFlag(false);
            zip.setCreateUnicodeExtraFields(UnicodeExtraFieldPolicy.NEVER);
        });
    }

    private List<String> names(String archive, byte[] bytes) throws Exception {
        return Packing.read(archive, bytes, folder, LIMITS).surveyed();
    }

    private void refused(String archive, byte[] bytes, String... sentence) {
        assertThatThrownBy(() -> names(archive, bytes))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("The archive " + archive)
                .hasMessageContainingAll(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, false", // macOS
        "UTF-8, true",
        "IBM437, true", // Windows
        "ISO-8859-1, false", // old Unix
    })
    void decodesUnmarkedNamesByTheirOrigin(String encoding, boolean windows) throws Exception {
        byte[] zip = unmarked(encoding)
                .with("größe/ä.png", CONTENT, entry -> {
                    if (!windows) {
                        entry.setUnixMode(0100644);
                    }
                })
                .bytes();
        assertThat(zip).contains("größe".getBytes(Charset.forName(encoding)));
        assertThat(names("a.zip", zip)).containsExactly("größe/ä.png");
    }

    @Test
    void decodesNamesThatAreMarkedAsUnicode() throws Exception {
        byte[] flag = new Packing().with("Ωmega/浮.png", CONTENT).bytes();
        byte[] field = new Packing(zip -> {
                    zip.setEncoding("IBM437");
                    zip.setUseLanguageEncodingFlag(false);
                    zip.setCreateUnicodeExtraFields(UnicodeExtraFieldPolicy.ALWAYS);
                })
                .with("Ωmega/浮.png", CONTENT)
                .bytes();
        assertThat(names("a.zip", flag)).containsExactly("Ωmega/浮.png");
        assertThat(names("a.zip", field)).containsExactly("Ωmega/浮.png");
    }

    @Test
    void ignoresAUnicodeNameThatWasNotRenamedWithItsEntry() throws Exception {
        byte[] renamed = unmarked("UTF-8")
                .with(
                        "egg/new.png",
                        CONTENT,
                        entry -> entry.addExtraField(new UnicodePathExtraField(
                                "egg/old.png", "egg/old.png".getBytes(StandardCharsets.UTF_8))))
                .bytes();
        assertThat(names("a.zip", renamed)).containsExactly("egg/new.png");
    }

    @Test
    void refusesNamesThatAreNotInTheEncodingTheyShouldBeIn() throws Exception {
        byte[] zip = unmarked("ISO-8859-1").with("größe/1.png", CONTENT).bytes();
        byte[] marked = zip.clone();
        marked[7] |= 8;
        marked[centralHeader(zip) + 9] |= 8;
        refused("a.zip", marked, "the name of the entry 'größe/1.png' should be in UTF-8");
        refused("a.tar", tar("ISO-8859-1", "größe/1.png"), "'gr??e/1.png', whose name is not in UTF-8");
        refused("a.tar", tar("ISO-8859-1", "x".repeat(110) + "/größe.png"), "xxx/gr", "whose name is not in UTF-8");
    }

    @Test
    void acceptsQuestionMarksInTheNamesOfTars() throws Exception {
        assertThat(names("a.tar", tar("UTF-8", "größe?/1.png"))).containsExactly("größe?/1.png");
    }

    private static int centralHeader(byte[] zip) {
        return new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    }

    static Stream<Arguments> clashes() {
        String twice = "the upload already has a file of this path";
        return Stream.of(
                Arguments.of(List.of("egg/1.png", "egg/1.png"), "'egg/1.png', but " + twice),
                Arguments.of(List.of("egg/1.png", "egg\\1.png"), "'egg/1.png', but " + twice),
                Arguments.of(List.of("egg/1.png", "./egg//1.png"), "'egg/1.png', but " + twice),
                Arguments.of(
                        List.of("a/" + COMPOSED + ".png", "a/" + DECOMPOSED + ".png"),
                        "'a/" + COMPOSED + ".png', but " + twice),
                Arguments.of(
                        List.of(COMPOSED + "/1.png", DECOMPOSED + "/2.png"),
                        "two folders '" + COMPOSED + "', whose accents are stored in two ways"),
                Arguments.of(List.of("top/" + COMPOSED + "/a/1.png", "top/" + DECOMPOSED + "/b/2.png"), "two folders"));
    }

    @ParameterizedTest
    @MethodSource("clashes")
    void refusesNamesThatBecomeOne(List<String> names, String sentence) throws Exception {
        Packing zip = new Packing();
        for (String name : names) {
            zip.with(name, CONTENT, ArchiveNamesTest::onUnix);
        }
        refused("a.zip", zip.bytes(), sentence);
        refused("a.tar", tar("UTF-8", names.toArray(new String[0])), sentence);
    }

    private static void onUnix(ZipArchiveEntry entry) {
        entry.setUnixMode(0100644);
    }

    @Test
    void keepsNamesApartThatDifferInCase() throws Exception {
        byte[] zip = new Packing()
                .with("Egg/1.png", CONTENT)
                .with("egg/1.png", CONTENT)
                .with("egg/1.PNG", CONTENT)
                .bytes();
        assertThat(names("a.zip", zip)).containsExactly("Egg/1.png", "egg/1.png", "egg/1.PNG");
    }

    @Test
    void acceptsOneSpellingWithDecomposedAccents() throws Exception {
        byte[] zip = new Packing()
                .with(DECOMPOSED + "/1.png", CONTENT)
                .with(DECOMPOSED + "/2.png", CONTENT)
                .bytes();
        assertThat(names("a.zip", zip)).containsExactly(COMPOSED + "/1.png", COMPOSED + "/2.png");
    }

    private static byte[] tar(String encoding, String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, encoding)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            for (String name : names) {
                TarArchiveEntry entry = new TarArchiveEntry(name, true);
                entry.setName(name);
                entry.setSize(CONTENT.length);
                tar.putArchiveEntry(entry);
                tar.write(CONTENT);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}
