package dev.plankton.steps.datasetimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.Layout;
import dev.plankton.contracts.formats.ImportManifest.Image;
import dev.plankton.contracts.tasks.DatasetImportTask;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.steps.images.Datasets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads of several archives, such as one for each sample, and of archives in archives. */
class SeveralArchivesTest {
    private static final Limits SMALL = new Limits(50, 1 << 20, 4 << 20, 1 << 20, 10);

    @TempDir
    private Path folder;

    private LocalContext context;

    @BeforeEach
    void open() throws IOException {
        context = new LocalContext(folder);
    }

    private void put(String archive, byte[] bytes) throws IOException {
        Upload.put(context, "datasets/demo/" + archive, bytes);
    }

    private Map<String, String> importing(Layout layout) throws Exception {
        DatasetImportTask.Output output =
                context.run(new DatasetImportStep(SMALL), ImportInputs.of("demo", layout, true));
        Map<String, String> classes = new TreeMap<>();
        for (Image image : Datasets.readImport(output.imported(), context).images()) {
            classes.put(image.source(), image.className());
        }
        return classes;
    }

    private void refused(String sentence) {
        assertThatThrownBy(() -> importing(Layout.CLASS_FOLDERS))
                .isInstanceOf(BadInputException.class)
                .hasMessage(sentence);
    }

    private static Upload twoClasses(int first) throws IOException {
        return new Upload().with("copepod/1.png", Upload.png(first)).with("egg/1.png", Upload.png(first + 1));
    }

    /** As PlanktoScope exports a sample: the images and the table side by side. */
    private static byte[] sample(int first, String firstClass) throws IOException {
        return new Upload()
                .with("ecotaxa_export.tsv", """
                        img_file_name\tobject_id\tobject_annotation_status\tobject_annotation_category
                        1.png\tone\tvalidated\t%s
                        2.png\ttwo\tvalidated\tegg
                        """.formatted(firstClass))
                .with("1.png", Upload.png(first))
                .with("2.png", Upload.png(first + 1))
                .zip();
    }

    private static byte[] zipOf(Map<String, byte[]> archives) throws IOException {
        Upload outer = new Upload();
        archives.forEach(outer::with);
        return outer.zip();
    }

    @Test
    void readsClassFoldersOfSeveralArchives() throws Exception {
        put("a.zip", twoClasses(10).zip());
        put("samples/b.tar.gz", Upload.gzip(twoClasses(20).tar()));
        assertThat(importing(Layout.CLASS_FOLDERS))
                .containsExactly(
                        Map.entry("a/copepod/1.png", "copepod"),
                        Map.entry("a/egg/1.png", "egg"),
                        Map.entry("samples/b/copepod/1.png", "copepod"),
                        Map.entry("samples/b/egg/1.png", "egg"));
    }

    @Test
    void readsClassFoldersOfArchivesInAnArchive() throws Exception {
        Upload outer = twoClasses(10).with("b/c.tar", twoClasses(20).tar()).with("__MACOSX/._c.tar", "x");
        put("outer.zip", outer.zip());
        assertThat(importing(Layout.CLASS_FOLDERS))
                .containsExactly(
                        Map.entry("b/c/copepod/1.png", "copepod"),
                        Map.entry("b/c/egg/1.png", "egg"),
                        Map.entry("copepod/1.png", "copepod"),
                        Map.entry("egg/1.png", "egg"));
    }

    @Test
    void readsEveryTableOfSeveralArchivesWithItsOwnImages() throws Exception {
        Map<String, String> expected =
                Map.of("s1/1.png", "copepod", "s1/2.png", "egg", "s2/1.png", "jelly", "s2/2.png", "egg");
        put("s1.zip", sample(10, "copepod"));
        put("s2.zip", sample(20, "jelly"));
        assertThat(importing(Layout.ECOTAXA)).isEqualTo(expected);

        context = new LocalContext(folder.resolve("nested"));
        put("all.zip", zipOf(Map.of("s1.zip", sample(10, "copepod"), "s2.zip", sample(20, "jelly"))));
        assertThat(importing(Layout.ECOTAXA)).isEqualTo(expected);
    }

    @Test
    void refusesArchivesOfOneName() throws Exception {
        put("a.tar", twoClasses(1).tar());
        put("a.zip", twoClasses(3).zip());
        refused("The archives a.tar and a.zip have the same name except for its ending;"
                + " rename one of them and upload them again.");
    }

    @Test
    void refusesAnArchiveInAnArchiveInAnArchive() throws Exception {
        byte[] inner = zipOf(Map.of("deep.zip", twoClasses(1).zip()));
        put("outer.zip", zipOf(Map.of("inner.zip", inner)));
        refused("The archive outer.zip/inner.zip holds the archive deep.zip, which is an archive in an archive in an"
                + " archive; unpack the outer one and upload what it holds.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar"})
    void triesAgainIfAnArchiveChangesWhileItIsRead(String name) throws Exception {
        put(name, name.endsWith("zip") ? twoClasses(1).zip() : twoClasses(1).tar());
        DatasetImportTask.Input input = ImportInputs.of("demo", Layout.CLASS_FOLDERS, true);
        DatasetImportStep step = new DatasetImportStep(SMALL);
        step.fingerprint(input, context);
        put("b.zip", twoClasses(2).zip());
        assertThatThrownBy(() -> step.run(input, context))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'demo' changed while it was read");
    }

    @Test
    void refusesFilesThatBecomeOneInTheFolderOfAnArchive() throws Exception {
        put(
                "outer.zip",
                twoClasses(1)
                        .with("b/egg/1.png", Upload.png(9))
                        .with("b.zip", twoClasses(3).zip())
                        .zip());
        refused("The archive outer.zip/b.zip holds the entry 'b/egg/1.png', but the upload already has a file of this"
                + " path; create the archive again, so that it holds each file once.");
    }

    @Test
    void namesTheArchiveThatIsDamaged() throws Exception {
        put("outer.zip", zipOf(Map.of("b.zip", "no archive".getBytes(StandardCharsets.UTF_8))));
        refused(
                "The archive outer.zip/b.zip is damaged (the directory at its end is missing); create it again and upload it again.");
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void countsFilesOfAllArchivesTogether(boolean nested) throws Exception {
        byte[] a = Upload.ofClasses(13, "copepod", "egg").zip();
        byte[] b = Upload.ofClasses(13, "jelly", "krill").zip();
        if (nested) {
            put("outer.zip", zipOf(new TreeMap<>(Map.of("a.zip", a, "b.zip", b))));
        } else {
            put("a.zip", a);
            put("b.zip", b);
        }
        refused(
                "The archive %sb.zip is refused: the upload holds more than 50 files and folders; upload a smaller or simpler one."
                        .formatted(nested ? "outer.zip/" : ""));
    }

    @ParameterizedTest
    @CsvSource({"a.zip, b.zip, false", "a.tar, b.tar, false", "a.zip, b.zip, true"})
    void countsBytesOfAllArchivesTogether(String first, String second, boolean nested) throws Exception {
        Upload half = new Upload();
        for (int i = 0; i < 3; i++) {
            byte[] noise = new byte[900_000];
            new java.util.Random(i).nextBytes(noise);
            half.with("egg/%d.png".formatted(i), noise);
        }
        byte[] bytes = first.endsWith(".zip") ? half.zip() : half.tar();
        if (nested) {
            put("outer.zip", zipOf(Map.of(first, bytes)));
        } else {
            put(first, bytes);
            put(second, bytes);
        }
        refused("The archive %s is refused: the upload unpacks to more than 4 MB; upload a smaller or simpler one."
                .formatted(nested ? "outer.zip/" + first : second));
    }

    @ParameterizedTest
    @CsvSource({"A.ZIP, zip", "A.TAR, tar", "A.Tgz, tgz", "A.Tar.GZ, tgz", "a.zip, tar", "a.zip, tgz", "a.tar, zip"})
    void readsAnArchiveByItsContent(String name, String kind) throws Exception {
        Upload upload = twoClasses(1);
        put(
                name,
                switch (kind) {
                    case "zip" -> upload.zip();
                    case "tar" -> upload.tar();
                    default -> Upload.gzip(upload.tar());
                });
        assertThat(importing(Layout.CLASS_FOLDERS).keySet()).containsExactly("copepod/1.png", "egg/1.png");
    }

    @Test
    void namesArchivesOfAnotherKind() throws Exception {
        put("a.zip", new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c, 0, 4, 0, 0, 0, 0, 0});
        refused("The archive a.zip is a file of the kind 7z; pack it again as .zip or .tar.gz.");
    }
}
