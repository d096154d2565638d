package dev.plankton.steps.predict;

import static dev.plankton.steps.newimages.DrawnModel.EMBEDDERS;
import static dev.plankton.steps.newimages.DrawnModel.ENGINES;
import static dev.plankton.steps.newimages.DrawnModel.KNOWN;
import static dev.plankton.steps.newimages.DrawnModel.SIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.ModelManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.ReportSection.DataFile;
import dev.plankton.contracts.formats.SizeUnit;
import dev.plankton.contracts.formats.UnseenMeasures.Score;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.PredictTask;
import dev.plankton.db.rows.ClassificationRow;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.steps.kit.UnseenScores;
import dev.plankton.steps.newimages.DrawnModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A model of three kinds of stripes, its network as it was drawn, is shown new images of these and of a fourth kind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PredictStepTest {
    private LocalContext context;
    private ArtifactId model;
    private PredictTask.Output output;

    @BeforeAll
    void predict(@TempDir Path folder) throws Exception {
        context = new LocalContext(folder);
        model = DrawnModel.publish(context, folder);
        output = context.run(new PredictStep(ENGINES, EMBEDDERS), drawn(image -> true));
    }

    /** Newly drawn images of four kinds, without labels, of which some could be preprocessed. */
    private PredictTask.Input drawn(Predicate<DatasetManifest.Image> usable) throws Exception {
        return drawn(model, usable);
    }

    private PredictTask.Input drawn(ArtifactId with, Predicate<DatasetManifest.Image> usable) throws Exception {
        return drawn(with, newImages().manifest(), usable);
    }

    private DrawnDataset newImages() throws IOException {
        return DrawnDataset.publish(context, KNOWN + 1, 8, 4, 0, SIDE, 77);
    }

    private PredictTask.Input drawn(ArtifactId with, DatasetManifest shown, Predicate<DatasetManifest.Image> usable)
            throws Exception {
        DrawnModel.Upload upload = DrawnModel.upload(context, shown, usable);
        return new PredictTask.Input(
                with, upload.imported(), upload.shards(), SIDE, EmbeddingEngine.ONNX_RUNTIME, 0.9, false, 10);
    }

    private ReportSection section() throws IOException {
        return context.artifacts().fetchJson(output.section(), ReportSection.class);
    }

    private List<String[]> lines(PredictTask.Output from, String name, String separator) throws IOException {
        ReportSection written = context.artifacts().fetchJson(from.section(), ReportSection.class);
        DataFile file = written.tables().getFirst().data().stream()
                .filter(data -> data.file().equals(name))
                .findFirst()
                .orElseThrow();
        return Files.readAllLines(context.artifacts().fetch(file.artifact())).stream()
                .map(line -> line.split(separator, -1))
                .toList();
    }

    @Test
    void namesTheClassOfMostImagesAndFlagsTheUnknownKind() throws Exception {
        int nearest = 0;
        int right = 0;
        int[] far = new int[2];
        List<String[]> lines = lines(output, "predictions.csv", ",");
        for (String[] line : lines.subList(1, lines.size())) {
            int truth = Integer.parseInt(line[1].substring("class".length(), line[1].indexOf('/')));
            nearest += line[8].equals("class" + truth) ? 1 : 0;
            right += line[3].equals("class" + truth) ? 1 : 0;
            far[truth < KNOWN ? 0 : 1] += Boolean.parseBoolean(line[7]) ? 1 : 0;
        }
        assertThat(lines)
                .as("every object, also the one with the same image as another")
                .hasSize(1 + 4 * 12 + 1);
        assertThat(nearest).as("nearest to their own class, of 36").isGreaterThan(28);
        assertThat(right).as("classified correctly, of 36; guessing 12").isGreaterThan(16);
        assertThat(far[0]).as("flagged of 36 known").isLessThan(10);
        assertThat(far[1]).as("flagged of 12 unknown").isGreaterThan(8);
        assertThat(output.far()).isEqualTo(far[0] + far[1]);
    }

    /** The model knows small images as class0 alone, and the new images are small. */
    @Test
    void aModelThatGetsTheSizeOfImagesGetsThatOfNewOnes(@TempDir Path folder) throws Exception {
        ArtifactId sized = DrawnModel.publishSized(context, folder);

        PredictTask.Output predicted = context.run(new PredictStep(ENGINES, EMBEDDERS), drawn(sized, image -> true));

        List<String[]> lines = lines(predicted, "predictions.csv", ",");
        assertThat(lines.subList(1, lines.size()))
                .extracting(line -> line[3], line -> line[8])
                .containsOnly(tuple("class0", "class0"));
    }

    @Test
    void aModelThatKnowsPixelSizesNeedsThoseOfNewImages(@TempDir Path folder) throws Exception {
        SizeUnit unit = new SizeUnit("acq_pixel");
        ArtifactId sized = DrawnModel.publishSizedByTable(context, folder, unit);
        PredictStep step = new PredictStep(ENGINES, EMBEDDERS);

        DrawnDataset small = newImages().withPixelSizes(context, unit, image -> 1);
        List<String[]> lines =
                lines(context.run(step, drawn(sized, small.manifest(), image -> true)), "predictions.csv", ",");
        assertThat(lines.subList(1, lines.size()))
                .extracting(line -> line[3], line -> line[8])
                .containsOnly(tuple("class0", "class0"));

        DrawnDataset other = newImages().withPixelSizes(context, new SizeUnit("process_pixel"), image -> 1);
        assertThatThrownBy(() -> context.run(step, drawn(sized, other.manifest(), image -> true)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(
                        "The model measures images in pixels times acq_pixel, but dataset 'bay' gives the pixel sizes of the column process_pixel");
        assertThatThrownBy(() -> context.run(step, drawn(sized, image -> true)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("but dataset 'bay' gives no pixel sizes that can be compared");
    }

    /** The score need not be a distance; the energy of a classifier is below 0. */
    @ParameterizedTest
    @EnumSource(Score.class)
    void flagsByTheScoreThatTheModelNames(Score score) throws Exception {
        ModelManifest usual = context.artifacts().fetchJson(model, ModelManifest.class);
        PredictTask.Input asked = drawn(image -> true);
        PredictTask.Output flagged = context.run(
                new PredictStep(ENGINES, EMBEDDERS),
                new PredictTask.Input(
                        context.artifacts().publishJson("model", scoring(usual, score)),
                        asked.imported(),
                        asked.shards(),
                        asked.side(),
                        asked.engine(),
                        asked.farQuantile(),
                        false,
                        asked.sheetImages()));

        ClassificationRow row = context.history().all(ClassificationRow.class).getLast();
        assertThat(row.score()).isEqualTo(score);
        List<String[]> lines = lines(flagged, "predictions.csv", ",");
        int far = 0;
        for (String[] line : lines.subList(1, lines.size())) {
            double value = Double.parseDouble(line[6]);
            assertThat(Boolean.parseBoolean(line[7])).isEqualTo(value > row.threshold());
            assertThat(value == Double.parseDouble(line[5])).isEqualTo(score == Score.NEAREST_IMAGES);
            far += Boolean.parseBoolean(line[7]) ? 1 : 0;
        }
        assertThat(flagged.far()).isEqualTo(far).isPositive();
        assertThat(context.artifacts()
                        .fetchJson(flagged.section(), ReportSection.class)
                        .summary())
                .contains(UnseenScores.inWords(score), "best noticed the classes that were held out");
    }

    private static ModelManifest scoring(ModelManifest model, Score score) {
        return new ModelManifest(
                model.dataset(),
                model.training(),
                model.round(),
                model.checkpoint(),
                model.embeddings(),
                model.classifier(),
                model.validationAccuracy(),
                model.testAccuracy(),
                Optional.of(score));
    }

    @Test
    void ecoTaxaGetsEveryObjectThatNobodyHasReviewed() throws Exception {
        List<List<String>> lines = ecoTaxa(output);
        assertThat(lines.get(0))
                .containsExactly(
                        "img_file_name",
                        "object_id",
                        "object_annotation_category",
                        "object_annotation_status",
                        "object_score");
        assertThat(lines.get(1)).containsExactly("[t]", "[t]", "[t]", "[t]", "[f]");
        assertThat(lines).hasSize(2 + 48).allMatch(line -> line.size() == 5);
        assertThat(lines).extracting(line -> line.get(1)).contains("station \"7\"", "class0_1");
        assertThat(lines.subList(2, lines.size()))
                .extracting(line -> line.get(3))
                .containsOnly("predicted");
        assertThat(section().tables().getFirst().caption())
                .contains("1 objects that a person has validated, doubted or discarded are not in it");
    }

    @Test
    void reviewedObjectsAreWrittenIfAsked() throws Exception {
        PredictTask.Input asked = drawn(image -> true);
        PredictTask.Output all = context.run(
                new PredictStep(ENGINES, EMBEDDERS),
                new PredictTask.Input(
                        asked.model(),
                        asked.imported(),
                        asked.shards(),
                        asked.side(),
                        asked.engine(),
                        asked.farQuantile(),
                        true,
                        asked.sheetImages()));
        assertThat(ecoTaxa(all)).hasSize(2 + 49).extracting(line -> line.get(1)).contains("station \u00e9t\u00e9");
    }

    /** Read as EcoTaxa does: it takes a table for Latin-1 unless it begins with the mark of UTF-8. */
    private List<List<String>> ecoTaxa(PredictTask.Output predicted) throws IOException {
        DataFile file =
                context
                        .artifacts()
                        .fetchJson(predicted.section(), ReportSection.class)
                        .tables()
                        .getFirst()
                        .data()
                        .stream()
                        .filter(data -> data.file().equals("ecotaxa_predictions.tsv"))
                        .findFirst()
                        .orElseThrow();
        byte[] bytes = Files.readAllBytes(context.artifacts().fetch(file.artifact()));
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        String text = latin.startsWith("\u00ef\u00bb\u00bf")
                ? new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8)
                : latin;
        try (CsvReader<CsvRecord> rows =
                CsvReader.builder().fieldSeparator('\t').ofCsvRecord(text)) {
            return rows.stream().map(CsvRecord::getFields).toList();
        }
    }

    @Test
    void showsSheetsAndTellsTheRunHistory() throws Exception {
        ReportSection section = section();
        assertThat(section.figures()).extracting(ReportSection.Figure::file).contains("far.png", "nearest.png");
        assertThat(section.summary()).contains("49 images of 'bay'", "90.0 %", " several pages or frames; the first ");
        assertThat(section.tables())
                .last()
                .satisfies(table -> assertThat(table.rows()).containsExactly(List.of("empty.png", "is empty")));
        assertThat(context.history().all(ClassificationRow.class)).first().satisfies(row -> {
            assertThat(row.images()).isEqualTo(49);
            assertThat(row.classes().stream()
                            .mapToInt(ClassificationRow.ClassCount::images)
                            .sum())
                    .isEqualTo(49);
        });
    }

    @Test
    void theSameInputGivesTheSameBytes() throws Exception {
        assertThat(context.run(new PredictStep(ENGINES, EMBEDDERS), drawn(image -> true)))
                .isEqualTo(output);
    }

    @Test
    void imagesThatCannotBeUsedAreListedOrRefused() throws Exception {
        PredictTask.Output some =
                context.run(new PredictStep(ENGINES, EMBEDDERS), drawn(image -> image.classIndex() == 1));
        assertThat(some.images()).isEqualTo(12);
        assertThat(some.leftOut()).isEqualTo(37);
        assertThatThrownBy(() -> context.run(new PredictStep(ENGINES, EMBEDDERS), drawn(image -> false)))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "No image of 'bay' can be used (class0/0.png is incomplete); correct the images and upload again.");
    }
}
