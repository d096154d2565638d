package dev.plankton.steps.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingFile;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.ModelManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.formats.UnseenMeasures.Score;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.contracts.tasks.ClassifierTask;
import dev.plankton.db.rows.ClassifierRow;
import dev.plankton.db.rows.ModelRow;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.network.classifier.Classifier;
import dev.plankton.network.classifier.SizeFeature;
import dev.plankton.network.engine.Engines;
import dev.plankton.steps.kit.UnseenScores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierStepTest {
    private static final int CLASSES = 4;
    private static final int DIMENSIONS = 5;

    @TempDir
    Path folder;

    private LocalContext context;
    private DrawnDataset dataset;
    private Optional<ArtifactId> heldOut = Optional.empty();

    @BeforeEach
    void publishDataset() throws IOException {
        context = new LocalContext(folder);
        dataset = DrawnDataset.publish(context, CLASSES, 24, 8, 12, 16, 5);
    }

    @Test
    void learnsToTellTheClassesApartAndReportsWhereItFails() throws IOException, InterruptedException {
        ClassifierTask.Input input = input(embeddings(image -> true), 30);

        ClassifierTask.Output output = context.run(new ClassifierStep(Engines.load()), input);

        assertThat(output.testAccuracy()).isBetween(0.7, 0.999);
        assertThat(output.bestEpoch()).isBetween(1, 30);
        ClassifierRow row = context.history().all(ClassifierRow.class).getFirst();
        assertThat(row.testAccuracy()).isEqualTo(output.testAccuracy());
        assertThat(row.round()).isEqualTo(3);
        assertThat(row.perClass()).hasSize(CLASSES).allMatch(score -> score.images() == 12);
        assertThat(row.confusion().stream().mapToInt(cell -> cell.images()).sum())
                .isEqualTo(CLASSES * 12);
        assertThat(context.lines()).hasSize(4);
        ReportSection section = context.artifacts().fetchJson(output.section(), ReportSection.class);
        assertThat(section.figures()).hasSize(4);
        assertThat(section.figures().get(2).mediaType()).isEqualTo("image/svg+xml");
        assertThat(section.figures().get(2).data())
                .extracting(ReportSection.DataFile::file)
                .containsExactly("classifier-confusion.csv", "classifier-confusion.png");
        assertThat(section.tables().getFirst().rows()).hasSize(CLASSES);
        Path errors = context.artifacts()
                .fetch(section.tables().get(2).data().getFirst().artifact());
        long wrong = Math.round(CLASSES * 12 * (1 - output.testAccuracy()));
        assertThat(Files.readAllLines(errors)).hasSize((int) wrong + 1);
        assertThat(row.misclassified())
                .hasSize((int) wrong)
                .allSatisfy(image -> assertThat(image.trueClass()).isNotEqualTo(image.predictedClass()));
        try (Classifier classifier = Classifier.open(
                Engines.load().any().perceptrons(), context.artifacts().fetch(output.classifier()))) {
            assertThat(classifier.probabilities(new float[1][DIMENSIONS])[0]).hasSize(CLASSES);
        }
    }

    @Test
    void vectorsMadeElsewhereGiveAClassifierButNoModelForNewImages() throws IOException, InterruptedException {
        ClassifierTask.Input input = input(
                embeddings(image -> true, new EmbeddingsManifest.Uploaded(new UploadName("elsewhere"), dataset.id())),
                3);

        ClassifierTask.Output output = context.run(new ClassifierStep(Engines.load()), input);

        assertThat(output.model()).isEmpty();
        assertThat(context.history().all(ModelRow.class)).isEmpty();
        ReportSection section = context.artifacts().fetchJson(output.section(), ReportSection.class);
        assertThat(section.summary()).contains("embeddings of the uploaded vectors");
    }

    /** The images of a fifth class lie where no class is, so distances notice them. */
    @Test
    void theScoreThatBestNoticesHeldOutClassesIsKeptInTheModel() throws IOException, InterruptedException {
        heldOut = Optional.of(publish(new EmbeddingTable(
                keys(30), List.of("unseen"), new int[30], splits(30), cloud(30, new float[] {0, 0, 0, 0, 3}))));
        ClassifierTask.Input input = input(embeddings(image -> true), 30);

        ClassifierTask.Output output = context.run(new ClassifierStep(Engines.load()), input);

        ClassifierRow row = context.history().all(ClassifierRow.class).getFirst();
        assertThat(row.unseen()).extracting(ClassifierRow.Unseen::score).containsExactlyInAnyOrder(Score.values());
        assertThat(row.unseen())
                .isSortedAccordingTo(Comparator.comparingDouble(ClassifierRow.Unseen::validationAuroc)
                        .reversed());
        ClassifierRow.Unseen best = row.unseen().getFirst();
        assertThat(best.validationAuroc()).isGreaterThan(0.95);
        assertThat(best.testAuroc()).isGreaterThan(0.9);
        assertThat(best.foundAt1()).isLessThanOrEqualTo(best.foundAt5());
        assertThat(best.foundAt5()).isLessThanOrEqualTo(best.foundAt10());
        assertThat(row.unseen()).filteredOn(ClassifierRow.Unseen::chosen).containsExactly(best);
        ModelManifest model = context.artifacts().fetchJson(output.model().orElseThrow(), ModelManifest.class);
        assertThat(model.unseenScore()).contains(best.score());
        ReportSection section = context.artifacts().fetchJson(output.section(), ReportSection.class);
        assertThat(section.summary()).contains(UnseenScores.inWords(best.score()));
        assertThat(section.figures().getLast().caption()).contains("30 images of held-out classes");
        assertThat(section.tables().getLast().rows()).hasSize(Score.values().length);
    }

    @Test
    void withoutHeldOutClassesNoScoreIsChosen() throws IOException, InterruptedException {
        ClassifierTask.Output output =
                context.run(new ClassifierStep(Engines.load()), input(embeddings(image -> true), 3));

        assertThat(context.history().all(ClassifierRow.class).getFirst().unseen())
                .isEmpty();
        assertThat(context.artifacts()
                        .fetchJson(output.model().orElseThrow(), ModelManifest.class)
                        .unseenScore())
                .isEmpty();
    }

    /** Each class has images of its own size. */
    @Test
    void theSizeOfTheImagesHelpsWhereItIsWanted() throws IOException, InterruptedException {
        dataset = dataset.withSides(context, image -> 20 << (2 * image.classIndex()));
        ArtifactId embeddings = embeddings(image -> true);
        ClassifierTask.Output without = context.run(new ClassifierStep(Engines.load()), input(embeddings, 30));

        ClassifierTask.Output with = context.run(new ClassifierStep(Engines.load()), input(embeddings, 30, true));

        assertThat(with.testAccuracy()).isGreaterThan(without.testAccuracy() + 0.05);
        try (Classifier classifier = Classifier.open(
                Engines.load().any().perceptrons(), context.artifacts().fetch(with.classifier()))) {
            SizeFeature size = classifier.size().orElseThrow();
            assertThat(size.mean()).isCloseTo(7.3219f, within(1e-3f)); // of log2 20, 80, 320 and 1280
            assertThat(classifier.probabilities(new float[1][DIMENSIONS + 1])[0])
                    .hasSize(CLASSES);
            assertThat(context.artifacts()
                            .fetchJson(with.section(), ReportSection.class)
                            .summary())
                    .contains(
                            "The size of each image before it was scaled",
                            "one standard deviation of it counts " + size.weight());
        }
        assertThat(context.artifacts()
                        .fetchJson(without.section(), ReportSection.class)
                        .summary())
                .doesNotContain("The size of each image");
    }

    @Test
    void aSizeThatIsNotKnownIsRefused() throws IOException {
        dataset = dataset.withSides(context, image -> image.classIndex() == 0 ? 0 : 40);
        ClassifierTask.Input input = input(embeddings(image -> true), 3, true);

        assertThatThrownBy(() -> context.run(new ClassifierStep(Engines.load()), input))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "sizeFeature is true, but the size of 24 of 96 images is not known; give the datasetId of their images, or set sizeFeature to false.");
    }

    private static List<String> keys(int count) {
        return IntStream.range(0, count).mapToObj("unseen%d"::formatted).toList();
    }

    private static Split[] splits(int count) {
        Split[] splits = new Split[count];
        Arrays.fill(splits, Split.TEST);
        return splits;
    }

    private static float[][] cloud(int count, float[] centre) {
        Random random = new Random(5);
        float[][] vectors = new float[count][centre.length];
        for (float[] vector : vectors) {
            for (int d = 0; d < centre.length; d++) {
                vector[d] = (float) (centre[d] + random.nextGaussian() * 0.6);
            }
        }
        return vectors;
    }

    @Test
    void theSameInputGivesTheSameOutput() throws IOException, InterruptedException {
        ClassifierTask.Input input = input(embeddings(image -> true), 3);

        assertThat(context.run(new ClassifierStep(Engines.load()), input))
                .isEqualTo(context.run(new ClassifierStep(Engines.load()), input));
    }

    @Test
    void endsWhenCancelled() throws IOException {
        ClassifierTask.Input input = input(embeddings(image -> true), 10_000);
        context.cancel();

        assertThatThrownBy(() -> context.run(new ClassifierStep(Engines.load()), input))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void aSplitWithoutImagesIsBadInput() throws IOException {
        ClassifierTask.Input input = input(embeddings(image -> image.split() != Split.VALIDATION), 3);

        assertThatThrownBy(() -> context.run(new ClassifierStep(Engines.load()), input))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("no validation images");
    }

    @Test
    void settingsThatCannotWorkAreBadInput() {
        assertThatThrownBy(() -> new ClassifierTask.Input(
                        new ArtifactId("0".repeat(64)), 2, 8, -1, 0.9, 8, 3, 0, 0, false, NetworkEngine.AUTO, 1))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("classifierLearningRate");
    }

    private static ClassifierTask.Input input(ArtifactId embeddings, int epochs) {
        return input(embeddings, epochs, false);
    }

    private static ClassifierTask.Input input(ArtifactId embeddings, int epochs, boolean sizeFeature) {
        return new ClassifierTask.Input(
                embeddings, 2, 24, 0.02, 0.9, 16, epochs, 0, 0, sizeFeature, NetworkEngine.AUTO, 1);
    }

    /** Two checkpoints; the second is the best. */
    private ArtifactId embeddings(Predicate<DatasetManifest.Image> chosen) throws IOException {
        return embeddings(chosen, new EmbeddingsManifest.Trained(dataset.id(), List.of(dataset.id(), dataset.id())));
    }

    private ArtifactId embeddings(Predicate<DatasetManifest.Image> chosen, EmbeddingsManifest.Origin origin)
            throws IOException {
        ArtifactId noise = publish(table(chosen, 0));
        ArtifactId clusters = publish(table(chosen, 1.2));
        return context.artifacts()
                .publishJson(
                        "embeddings-manifest",
                        new EmbeddingsManifest(
                                dataset.id(),
                                origin,
                                List.of(
                                        new EmbeddingsManifest.Embedded(0, 0, 0.2, noise),
                                        new EmbeddingsManifest.Embedded(3, 0.1, 0.9, clusters, heldOut)),
                                1));
    }

    private ArtifactId publish(EmbeddingTable table) throws IOException {
        Path file = Files.createTempDirectory(folder, "embeddings").resolve("table.parquet");
        EmbeddingFile.write(table, file);
        return context.artifacts().publish("embeddings", file);
    }

    private EmbeddingTable table(Predicate<DatasetManifest.Image> chosen, double apart) {
        Random random = new Random(3);
        List<DatasetManifest.Image> images =
                dataset.manifest().images().stream().filter(chosen).toList();
        float[][] vectors = new float[images.size()][DIMENSIONS];
        for (int i = 0; i < vectors.length; i++) {
            for (int d = 0; d < DIMENSIONS; d++) {
                vectors[i][d] = (float) (random.nextGaussian() * 0.6);
            }
            vectors[i][images.get(i).classIndex()] += (float) apart;
        }
        return new EmbeddingTable(
                images.stream().map(DatasetManifest.Image::key).toList(),
                dataset.manifest().classes(),
                images.stream().mapToInt(DatasetManifest.Image::classIndex).toArray(),
                images.stream().map(DatasetManifest.Image::split).toArray(Split[]::new),
                vectors);
    }
}
