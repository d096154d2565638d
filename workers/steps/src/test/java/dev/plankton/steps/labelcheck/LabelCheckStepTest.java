package dev.plankton.steps.labelcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingFile;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.ImportFile;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.ImportManifest.UploadedObject;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.ReportSection.DataFile;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.LabelCheckTask;
import dev.plankton.db.rows.LabelCheckRow;
import dev.plankton.db.rows.LabelCheckRow.LikelyError;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.DrawnEmbeddings;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.network.engine.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes of 24 training, 8 validation and 12 test images; some images lie among those of the next class. */
class LabelCheckStepTest {
    private static final int CLASSES = 4;
    private static final int PER_CLASS = 44;
    private static final int DIMENSIONS = 5;
    private static final List<Integer> MISPLACED = List.of(3, 25, 40, 50, 100, 140);
    /** Among the test images of its class. */
    private static final int IN_TEST = 40;

    @TempDir
    Path folder;

    private LocalContext context;

    @BeforeEach
    void open() throws IOException {
        context = new LocalContext(folder);
    }

    private LabelCheckTask.Output check(DrawnDataset dataset, IntPredicate kept)
            throws IOException, InterruptedException {
        return context.run(new LabelCheckStep(Engines.load()), input(dataset, kept, 20));
    }

    private LabelCheckTask.Input input(DrawnDataset dataset, IntPredicate kept, int epochs) throws IOException {
        return input(dataset, embeddings(dataset, kept), epochs, false);
    }

    private LabelCheckTask.Input input(DrawnDataset dataset, ArtifactId embeddings, int epochs, boolean sizeFeature)
            throws IOException {
        EmbeddingsManifest manifest = new EmbeddingsManifest(
                dataset.id(),
                new EmbeddingsManifest.Trained(dataset.id(), List.of(dataset.id())),
                List.of(new EmbeddingsManifest.Embedded(3, 0.1, 0.9, embeddings)),
                0);
        return new LabelCheckTask.Input(
                context.artifacts().publishJson("embeddings-manifest", manifest),
                1,
                24,
                0.05,
                0.9,
                16,
                epochs,
                0,
                0,
                sizeFeature,
                NetworkEngine.AUTO,
                1);
    }

    private ArtifactId embeddings(DrawnDataset dataset, IntPredicate kept) throws IOException {
        Random random = new Random(3);
        List<DatasetManifest.Image> images = dataset.manifest().images();
        float[][] vectors = new float[images.size()][DIMENSIONS];
        for (int i = 0; i < vectors.length; i++) {
            for (int d = 0; d < DIMENSIONS; d++) {
                vectors[i][d] = (float) (random.nextGaussian() * 0.3);
            }
            vectors[i][MISPLACED.contains(i) ? shown(i) : i / PER_CLASS] += 2;
        }
        EmbeddingTable all = new EmbeddingTable(
                images.stream().map(DatasetManifest.Image::key).toList(),
                dataset.manifest().classes(),
                images.stream().mapToInt(DatasetManifest.Image::classIndex).toArray(),
                images.stream().map(DatasetManifest.Image::split).toArray(Split[]::new),
                vectors);
        Path file = Files.createTempDirectory(folder, "embeddings").resolve("table.parquet");
        EmbeddingFile.write(all.select(kept), file);
        return context.artifacts().publish("embeddings", file);
    }

    /** The embeddings say nothing; the size alone tells what an image shows. */
    @Test
    void theSizeOfTheImagesEntersWhereItIsWanted() throws IOException, InterruptedException {
        DrawnDataset dataset = dataset().withSides(context, image -> 20 << (2 * shownIn(image)));
        Random random = new Random(3);
        EmbeddingTable table = DrawnEmbeddings.table(dataset.manifest(), 0, DIMENSIONS);
        float[][] vectors = table.vectors();
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = new float[DIMENSIONS];
            vectors[i][0] = (float) (random.nextGaussian() * 0.01);
        }
        Path file = folder.resolve("alike.parquet");
        EmbeddingFile.write(
                new EmbeddingTable(table.images(), table.classes(), table.labels(), table.splits(), vectors), file);
        ArtifactId alike = context.artifacts().publish("embeddings", file);

        context.run(new LabelCheckStep(Engines.load()), input(dataset, alike, 60, true));

        List<String> misplaced = MISPLACED.stream().map(LabelCheckStepTest::key).toList();
        LabelCheckRow with = context.history().all(LabelCheckRow.class).getLast();
        assertThat(with.errors())
                .extracting(LikelyError::image)
                .hasSizeGreaterThan(3)
                .isSubsetOf(misplaced);
        context.run(new LabelCheckStep(Engines.load()), input(dataset, alike, 60, false));
        LabelCheckRow without = context.history().all(LabelCheckRow.class).getLast();
        assertThat(without.errors()).extracting(LikelyError::image).doesNotContainAnyElementsOf(misplaced);
    }

    private static int shownIn(DatasetManifest.Image image) {
        int place = Integer.parseInt(image.key().substring(50), 16) - 1;
        return MISPLACED.contains(place) ? shown(place) : image.classIndex();
    }

    /** The class that a misplaced image shows. */
    private static int shown(int image) {
        return (image / PER_CLASS + 1) % CLASSES;
    }

    private DrawnDataset dataset() throws IOException {
        return DrawnDataset.publish(context, CLASSES, 24, 8, 12, 16, 5);
    }

    private static String key(int image) {
        return "%064x".formatted(image + 1); // as the drawn dataset has it
    }

    /** Publishes an import with these names of objects, and reads it, as if the dataset were made of it. */
    private void importWas(IntFunction<String> objectId, List<String> classes) throws IOException {
        ImportManifest imported = new ImportManifest(
                "drawn",
                classes,
                IntStream.range(0, CLASSES * PER_CLASS)
                        .mapToObj(i -> new ImportManifest.Image(
                                key(i),
                                "any/%d.png".formatted(i),
                                "class" + i / PER_CLASS,
                                0,
                                Optional.empty(),
                                new UploadedObject(objectId.apply(i), "validated")))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Path file = Files.createTempFile(folder, "import", ".parquet");
        ImportFile.write(imported, file);
        context.artifacts().fetch(context.artifacts().publish("import", file));
    }

    private ReportSection section(LabelCheckTask.Output output) throws IOException {
        return context.artifacts().fetchJson(output.section(), ReportSection.class);
    }

    private List<String> lines(ReportSection section, String name) throws IOException {
        DataFile file = section.tables().getLast().data().stream()
                .filter(data -> data.file().equals(name))
                .findFirst()
                .orElseThrow();
        return Files.readAllLines(context.artifacts().fetch(file.artifact()));
    }

    @Test
    void misplacedImagesAreFoundButNotThoseOfTheTest() throws IOException, InterruptedException {
        LabelCheckTask.Output output = check(dataset(), row -> true);

        LabelCheckRow row = context.history().all(LabelCheckRow.class).getFirst();
        assertThat(row.errors())
                .extracting(LikelyError::image)
                .containsExactlyInAnyOrderElementsOf(MISPLACED.stream()
                        .filter(image -> image != IN_TEST)
                        .map(LabelCheckStepTest::key)
                        .toList());
        assertThat(row.errors()).allSatisfy(error -> {
            int image = Integer.parseInt(error.image(), 16) - 1;
            assertThat(error.given()).isEqualTo("class" + image / PER_CLASS);
            assertThat(error.proposed()).isEqualTo("class" + shown(image));
            assertThat(error.source()).startsWith(error.given() + "/");
            assertThat(error.objectId()).isEmpty();
            assertThat(error.probability()).isGreaterThan(error.probabilityOfGiven());
            assertThat(error.share()).isGreaterThan(0.5);
        });
        assertThat(row.errors())
                .extracting(error -> error.probabilityOfGiven() - error.probability())
                .isSorted();
        assertThat(row.round()).isEqualTo(3);
        assertThat(row.checked()).isEqualTo(CLASSES * 32).isEqualTo(row.labelled());
        assertThat(output.checked()).isEqualTo(row.checked());
        assertThat(output.likelyErrors()).isEqualTo(MISPLACED.size() - 1);
        ReportSection section = section(output);
        assertThat(section.summary())
                .contains(
                        "128 training and validation images",
                        "That is so for 5 images",
                        "not a correction",
                        "by heart");
        assertThat(section.figures()).hasSize(1);
        assertThat(section.tables().getFirst().rows().getFirst()).containsExactly("class0", "class1", "2");
        assertThat(section.tables().getLast().rows()).hasSize(5);
        assertThat(lines(section, "likely-label-errors.csv"))
                .hasSize(6)
                .first()
                .isEqualTo(String.join(",", SuspectTables.COLUMNS));
        assertThat(section.tables().getLast().data()).hasSize(1);
    }

    @Test
    void objectsOfEcoTaxaAreInATableForIt() throws IOException, InterruptedException {
        // 140 has no name; what is proposed for 100 is no category of the upload
        importWas(i -> i == 140 ? "" : "object \"" + i + "\"", List.of("class0", "class1", "class2"));

        ReportSection section = section(check(dataset(), row -> true));

        List<String> lines = lines(section, "ecotaxa_likely_errors.tsv");
        assertThat(lines.get(0))
                .isEqualTo("\uFEFF\"img_file_name\"\t\"object_id\"\t\"object_annotation_category\"\t"
                        + "\"object_annotation_status\"\t\"object_score\"");
        assertThat(lines.subList(2, lines.size()))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("\"3.png\"\t\"object \"\"3\"\"\"\t\"class1\"\t\"predicted\"\t\"0."));
        assertThat(section.tables().getLast().caption())
                .contains("back into predictions and deletes the reviewer's name", "2 images are not in it");
        assertThat(lines(section, "likely-label-errors.csv"))
                .anySatisfy(line -> assertThat(line).contains(key(100), "object \"\"100\"\""));
    }

    @Test
    void aNameThatTwoImportsDisagreeOnIsNotUsed() throws IOException, InterruptedException {
        List<String> classes = List.of("class0", "class1", "class2", "class3");
        importWas(i -> "object " + i, classes);
        importWas(i -> i == 3 ? "another" : "object " + i, classes);

        ReportSection section = section(check(dataset(), row -> true));

        assertThat(lines(section, "ecotaxa_likely_errors.tsv"))
                .hasSize(2 + 4)
                .noneMatch(line -> line.contains("object 3\"") || line.contains("another"));
    }

    @Test
    void theSameInputGivesTheSameOutput() throws IOException, InterruptedException {
        DrawnDataset dataset = dataset();

        assertThat(check(dataset, row -> true)).isEqualTo(check(dataset, row -> true));
    }

    @Test
    void theNamesOfTheObjectsBelongToTheFingerprint() throws IOException, InterruptedException {
        LabelCheckStep step = new LabelCheckStep(Engines.load());
        DrawnDataset unnamed = dataset();
        String before = step.fingerprint(input(unnamed, row -> true, 3), context);
        importWas(i -> "object " + i, List.of());
        dataset();

        assertThat(step.fingerprint(input(unnamed, row -> true, 3), context)).isNotEqualTo(before);
    }

    @Test
    void rareClassesAreCheckedAsFarAsTheyGo() throws IOException, InterruptedException {
        // of class 2 two images, of class 3 one
        LabelCheckTask.Output output = check(dataset(), row -> row < 2 * PER_CLASS + 2 || row == 3 * PER_CLASS);

        LabelCheckRow row = context.history().all(LabelCheckRow.class).getFirst();
        assertThat(row.labelled()).isEqualTo(2 * 32 + 2 + 1);
        assertThat(row.checked()).isEqualTo(2 * 32 + 2);
        assertThat(row.errors()).noneMatch(error -> error.given().equals("class2"));
        assertThat(section(output).summary())
                .contains("1 class has only one such image, which cannot be checked: class3.");
    }

    @Test
    void whereNothingCanBeComparedTheReportSaysSo() throws IOException, InterruptedException {
        LabelCheckTask.Output output = check(dataset(), row -> row == 0 || row == PER_CLASS);

        assertThat(output.checked()).isZero();
        assertThat(section(output).summary()).contains("No label was checked");
        assertThat(section(output).tables()).isEmpty();
    }

    @Test
    void endsWhenCancelled() throws IOException {
        LabelCheckTask.Input input = input(dataset(), row -> true, 10_000);
        context.cancel();

        assertThatThrownBy(() -> context.run(new LabelCheckStep(Engines.load()), input))
                .isInstanceOf(InterruptedException.class);
    }
}
