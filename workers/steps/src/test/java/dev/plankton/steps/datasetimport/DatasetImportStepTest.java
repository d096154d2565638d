package dev.plankton.steps.datasetimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.Layout;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.ImportManifest.UploadedObject;
import dev.plankton.contracts.formats.ShardList;
import dev.plankton.contracts.formats.SourceShard;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.contracts.tasks.DatasetImportTask;
import dev.plankton.contracts.tasks.ForkedTask;
import dev.plankton.contracts.tasks.PreprocessTask;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.steps.images.Datasets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetImportStepTest {
    @TempDir
    private Path folder;

    private LocalContext context;

    @BeforeEach
    void open() throws IOException {
        context = new LocalContext(folder);
    }

    private static DatasetImportTask.Input input(String dataset, int shardImages) {
        return ImportInputs.of(dataset, Map.of("shardImages", shardImages, "cropBottom", 31));
    }

    private DatasetImportTask.Output importing(String dataset) throws Exception {
        return context.run(new DatasetImportStep(), input(dataset, 4));
    }

    private ImportManifest manifest(DatasetImportTask.Output output) throws IOException, InterruptedException {
        return Datasets.readImport(output.imported(), context);
    }

    @Test
    void packsLooseImagesAndForksOverShards() throws Exception {
        Upload upload = Upload.ofClasses(5, "copepod", "Ωmega über");
        upload.putLoose(context, "demo");
        DatasetImportTask.Output output = importing("demo");
        ImportManifest manifest = manifest(output);
        assertThat(manifest.classes()).containsExactly("copepod", "Ωmega über");
        assertThat(manifest.images()).hasSize(10);
        assertThat(manifest.leftOut()).isEmpty();
        assertThat(output.tasks())
                .extracting(ForkedTask::taskReferenceName)
                .containsExactly("preprocess_0", "preprocess_1", "preprocess_2");
        PreprocessTask.Input last = Objects.requireNonNull(output.inputs().get("preprocess_2"));
        assertThat(last).isEqualTo(new PreprocessTask.Input(last.shards(), 299, false, 31, Optional.empty(), 100));
        assertThat(context.artifacts().fetchJson(last.shards(), ShardList.class).shards())
                .containsExactly(new ShardList.Item(2, manifest.shards().get(2)));
        for (ImportManifest.Image image : manifest.images()) {
            try (SourceShard shard = SourceShard.open(
                            context.artifacts().fetch(manifest.shards().get(image.shard())));
                    InputStream in = shard.open(image.key())) {
                assertThat(in.readAllBytes()).isEqualTo(upload.files().get(image.source()));
            }
        }
    }

    @Test
    void namesTheStateOfTheUploadThatItReads() throws Exception {
        Upload.ofClasses(2, "copepod", "egg").putLoose(context, "demo");
        String before = UploadState.of(new UploadName("demo"), context.objects().list("datasets/demo/"));
        assertThat(importing("demo").uploadState()).isEqualTo(before);
        assertThat(context.lines()).anyMatch(line -> line.contains("in the state " + before));

        Upload.put(context, "datasets/demo/egg/new.png", new byte[] {1});
        assertThat(UploadState.of(new UploadName("demo"), context.objects().list("datasets/demo/")))
                .matches("[0-9a-f]{12}")
                .isNotEqualTo(before);
    }

    @Test
    void importsTheSameImagesFromEveryKindOfArchive() throws Exception {
        Upload upload = Upload.ofClasses(5, "copepod", "egg", "größe");
        Map<String, byte[]> archives = Map.of(
                "a.zip",
                upload.zip(),
                "a.tar",
                upload.tar(),
                "a.tar.gz",
                Upload.gzip(upload.tar()),
                "a.tgz",
                Upload.gzip(upload.tar()));
        upload.putLoose(context, "loose");
        ImportManifest expected = manifest(importing("loose"));
        for (Map.Entry<String, byte[]> archive : archives.entrySet()) {
            String dataset = archive.getKey().replace('.', '-');
            Upload.put(context, "datasets/%s/%s".formatted(dataset, archive.getKey()), archive.getValue());
            ImportManifest manifest = manifest(importing(dataset));
            assertThat(manifest.classes()).isEqualTo(expected.classes());
            assertThat(manifest.images()).containsExactlyInAnyOrderElementsOf(expected.images());
            assertThat(manifest.shards()).isEqualTo(expected.shards());
        }
    }

    @Test
    void dropsOneCommonFolderAroundTheClasses() throws Exception {
        Upload inner = Upload.ofClasses(3, "copepod", "egg");
        Upload outer = new Upload().with("__MACOSX/._x.png", "x").with("top/.DS_Store", "x");
        inner.files().forEach((path, bytes) -> outer.with("top/" + path, bytes));
        Upload.put(context, "datasets/demo/plankton.zip", outer.zip());
        ImportManifest manifest = manifest(importing("demo"));
        assertThat(manifest.classes()).containsExactly("copepod", "egg");
        assertThat(manifest.images()).hasSize(6);
        assertThat(manifest.leftOut()).isEmpty();
        assertThat(manifest.setAside()).isEmpty();
    }

    @Test
    void accountsForEveryFile() throws Exception {
        byte[] twice = Upload.png(1000);
        Upload.ofClasses(3, "copepod", "egg")
                .with("copepod/both.png", twice)
                .with("egg/both.png", twice)
                .with("egg/both again.png", twice)
                .with("copepod/empty.png", "")
                .with("copepod/0 copy.png", Upload.png(0))
                .with("copepod/deep/1.png", Upload.png(1001))
                .with("loose.png", Upload.png(1002))
                .with("readme.txt", "hello")
                .with(".hidden/1.png", "x")
                .putLoose(context, "demo");
        DatasetImportTask.Output output = importing("demo");
        ImportManifest manifest = manifest(output);
        assertThat(manifest.images()).hasSize(6);
        assertThat(manifest.leftOut())
                .containsExactlyInAnyOrder(
                        new LeftOut("copepod/both.png", "is the same image in the classes 'copepod', 'egg'"),
                        new LeftOut("egg/both.png", "is the same image in the classes 'copepod', 'egg'"),
                        new LeftOut("egg/both again.png", "is the same image in the classes 'copepod', 'egg'"),
                        new LeftOut("copepod/empty.png", "is empty"),
                        new LeftOut("copepod/deep/1.png", "is deeper than <class>/<file>"),
                        new LeftOut("loose.png", "is not in a class folder"));
        assertThat(manifest.setAside())
                .containsExactlyInAnyOrder(
                        new LeftOut("copepod/0.png", "is the same image as copepod/0 copy.png"),
                        new LeftOut("readme.txt", "is not an image"));
        assertThat(output.leftOut()).isEqualTo(6);
    }

    @Test
    void leavesOutImagesThatAreTooLong() throws Exception {
        Upload.ofClasses(3, "copepod", "egg")
                .with("egg/long.png", "x".repeat(2000))
                .putLoose(context, "demo");
        DatasetImportStep step = new DatasetImportStep(new Limits(100, 1000, 1 << 20, 1 << 20, 10));
        ImportManifest manifest = manifest(context.run(step, input("demo", 4)));
        assertThat(manifest.leftOut()).extracting(LeftOut::source).containsExactly("egg/long.png");
        assertThat(manifest.images()).hasSize(6);
    }

    @Test
    void importsChangedUploadsAgain() throws Exception {
        Upload.ofClasses(3, "copepod", "egg").putLoose(context, "demo");
        DatasetImportStep step = new DatasetImportStep();
        String before = step.fingerprint(input("demo", 4), context);
        assertThat(step.fingerprint(input("demo", 4), context)).isEqualTo(before);
        Upload.put(context, "datasets/demo/egg/0.png", Upload.png(77));
        assertThat(step.fingerprint(input("demo", 4), context)).isNotEqualTo(before);
    }

    @Test
    void namesTheNearestDatasetsWhenThereIsNone() throws Exception {
        Upload.ofClasses(1, "a").putLoose(context, "plankton40");
        Upload.ofClasses(1, "a").putLoose(context, "demo");
        assertThatThrownBy(() -> importing("plankton4"))
                .isInstanceOf(BadInputException.class)
                .hasMessage("There is no dataset 'plankton4' (the nearest names are plankton40, demo);"
                        + " upload its images with ./plankton put <folder> plankton4.");
    }

    @Test
    void refusesUploadsWithoutUsableClasses() throws Exception {
        refused("only-hidden", new Upload().with("copepod/.DS_Store", "x"), "is empty; upload images as");
        refused("texts", new Upload().with("copepod/a.txt", "x"), "holds no images");
        refused("one-class", Upload.ofClasses(3, "copepod"), "has one class only, 'copepod'");
        refused(
                "empty-class",
                Upload.ofClasses(3, "copepod", "egg").with("jelly/1.png", ""),
                "1 class of dataset 'empty-class' has fewer than 3 usable images; add images, leave it out with rareClasses=drop, or join rare classes with rareClasses=merge: 'jelly' has no usable image (jelly/1.png is empty)");
        refused("no-class", new Upload().with("1.png", "1").with("2.png", "2"), "has no image in a class folder");
        refused(
                "two-kinds",
                Upload.ofClasses(3, "copepod", "egg").with("a.zip", "x"),
                "holds the archive 'a.zip' beside the loose file 'copepod/0.png'; upload either loose files or archives.");
        refused(
                "table-outside",
                new Upload().with("a.zip", "x").with("ecotaxa_s.tsv", "x"),
                "holds the archive 'a.zip' beside the loose file 'ecotaxa_s.tsv'");
    }

    private void refused(String dataset, Upload upload, String sentence) throws IOException {
        upload.putLoose(context, dataset);
        assertThatThrownBy(() ->
                        context.run(new DatasetImportStep(), ImportInputs.of(dataset, Map.of("rareClasses", "fail"))))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void namesAllRareClassesBeforeAnythingIsDecoded() throws Exception {
        refused(
                "rare",
                Upload.ofClasses(3, "copepod", "egg")
                        .with("rare one/1.png", Upload.png(100))
                        .with("rare two/1.png", Upload.png(101))
                        .with("rare two/2.png", Upload.png(102))
                        .with("diatom/1.webq", "RIFF"),
                "3 classes of dataset 'rare' have fewer than 3 usable images; add images, leave them out with rareClasses=drop, or join rare classes with rareClasses=merge: 'diatom' has no usable image (diatom/1.webq is not an image of a kind that can be read), 'rare one' has 1, 'rare two' has 2.");
    }

    @Test
    void takesEveryImageWhereNoneIsLabelled() throws Exception {
        Upload.ofClasses(2, "copepod", "egg")
                .with("station/deep/1.png", Upload.png(1001))
                .with("loose.png", Upload.png(1002))
                .with("egg/0 again.png", Upload.png(0))
                .with("readme.txt", "hello")
                .putLoose(context, "new");
        ImportManifest manifest =
                manifest(context.run(new DatasetImportStep(), ImportInputs.of("new", Layout.CLASS_FOLDERS, false)));
        assertThat(manifest.classes()).isEmpty();
        assertThat(manifest.images())
                .hasSize(6)
                .allMatch(image -> image.className().isEmpty());
        assertThat(manifest.leftOut()).isEmpty();
        assertThat(manifest.setAside()).containsExactlyInAnyOrder(new LeftOut("readme.txt", "is not an image"));
        assertThat(manifest.copies())
                .containsExactly(new ImportManifest.Copy(
                        manifest.images().getFirst().key(), "egg/0 again.png", UploadedObject.UNNAMED));
        assertThat(manifest.images().getFirst().source()).isEqualTo("copepod/0.png");
    }

    @Test
    void refusesAnUploadWithoutAnyImage() throws Exception {
        new Upload().with("notes.txt", "x").putLoose(context, "texts");
        assertThatThrownBy(() ->
                        context.run(new DatasetImportStep(), ImportInputs.of("texts", Layout.CLASS_FOLDERS, false)))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "Dataset 'texts' has no usable image (no file of it is a png, jpg, jpeg, jfif, tif, tiff, btf, bmp, gif or webp);"
                                + " upload images that can be read.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a/b", "..", "a\nb"})
    void refusesNamesThatAreNone(String dataset) {
        assertThatThrownBy(() -> input(dataset, 4)).isInstanceOf(BadInputException.class);
    }

    @Test
    void stopsWhenCancelled() throws Exception {
        Upload.ofClasses(3, "copepod", "egg").putLoose(context, "demo");
        context.cancel();
        assertThatThrownBy(() -> importing("demo")).isInstanceOf(InterruptedException.class);
    }
}
