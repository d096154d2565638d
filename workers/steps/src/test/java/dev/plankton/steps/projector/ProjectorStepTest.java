package dev.plankton.steps.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.ParquetRows;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.ReportSection.DataFile;
import dev.plankton.contracts.formats.SizeUnit;
import dev.plankton.contracts.formats.VectorRow;
import dev.plankton.contracts.json.Json;
import dev.plankton.contracts.tasks.ProjectorTask;
import dev.plankton.drawing.GreyImage;
import dev.plankton.drawing.Sprite;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.DrawnEmbeddings;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.network.classifier.Classifier;
import dev.plankton.network.classifier.Classifier.LabelledVectors;
import dev.plankton.network.classifier.ClassifierSettings;
import dev.plankton.network.classifier.SizeFeature;
import dev.plankton.network.engine.Engines;
import dev.plankton.steps.kit.SizedVectors;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Three kinds of stripes; what is written is read back and compared with what it was made of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectorStepTest {
    private static final int CLASSES = 3;
    private static final int DIMENSIONS = 5;
    private static final int SIDE = 40;

    private LocalContext context;
    private DrawnDataset dataset;
    private EmbeddingTable table;
    private float[][] probabilities;
    private ProjectorTask.Input input;
    private ProjectorTask.Output output;
    private Map<String, Path> files;

    @BeforeAll
    void write(@TempDir Path folder) throws Exception {
        context = new LocalContext(folder);
        dataset = DrawnDataset.publish(context, CLASSES, 6, 3, 2, SIDE, 1);
        table = DrawnEmbeddings.table(dataset.manifest(), 1, DIMENSIONS);
        Path trained = folder.resolve("classifier.zip");
        probabilities = train(trained);
        input = new ProjectorTask.Input(
                DrawnEmbeddings.publish(context, dataset, 2, DIMENSIONS),
                context.artifacts().publish("classifier", trained));
        output = context.run(new ProjectorStep(Engines.load()), input);
        files = files(output);
    }

    /** Writes a classifier and returns what it says. */
    private float[][] train(Path file) throws Exception {
        LabelledVectors all = new LabelledVectors(table.vectors(), table.labels());
        ClassifierSettings settings = new ClassifierSettings(1, 8, 0.05, 0.9, 8, 5, 0, 0, 1);
        try (Classifier classifier = Classifier.train(
                        Engines.load().any().perceptrons(), settings, all, all, CLASSES, Optional.empty(), epoch -> {})
                .classifier()) {
            classifier.save(file);
            return classifier.probabilities(table.vectors());
        }
    }

    private Map<String, Path> files(ProjectorTask.Output of) throws Exception {
        ReportSection section = context.artifacts().fetchJson(of.section(), ReportSection.class);
        return section.tables().stream()
                .flatMap(part -> part.data().stream())
                .collect(Collectors.toMap(
                        DataFile::file, data -> context.artifacts().fetch(data.artifact())));
    }

    private Path file(String name) {
        assertThat(files).containsKey(name);
        return files.getOrDefault(name, Path.of(name));
    }

    @Test
    void offersEveryFile() {
        assertThat(files)
                .containsOnlyKeys(
                        "vectors.tsv",
                        "metadata.tsv",
                        "sprite.png",
                        "projector_config.pbtxt",
                        "projector_config.json",
                        "vectors.parquet",
                        "vectors.npy");
        assertThat(output.images()).isEqualTo(table.size());
    }

    @Test
    void vectorsAsTextAreTheSameFloats() throws IOException {
        List<String> lines = Files.readAllLines(file("vectors.tsv"));

        assertThat(lines).hasSize(table.size());
        for (int row = 0; row < lines.size(); row++) {
            String[] cells = lines.get(row).split("\t", -1);
            assertThat(cells).hasSize(DIMENSIONS);
            for (int i = 0; i < DIMENSIONS; i++) {
                assertThat(Float.parseFloat(cells[i])).isEqualTo(table.vectors()[row][i]);
            }
        }
    }

    @Test
    void metadataNamesEachRow() throws IOException {
        List<String> lines = Files.readAllLines(file("metadata.tsv"));

        assertThat(lines.getFirst()).isEqualTo("image\tclass\tsplit\tpredicted_class\tconfidence");
        assertThat(lines).hasSize(table.size() + 1);
        for (int row = 0; row < table.size(); row++) {
            assertThat(lines.get(row + 1).split("\t", -1))
                    .containsExactly(
                            table.images().get(row),
                            table.classes().get(table.labels()[row]),
                            table.splits()[row].name(),
                            table.classes().get(likeliest(row)),
                            Float.toString(probabilities[row][likeliest(row)]));
        }
    }

    @Test
    void aClassifierThatGetsTheSizeOfTheImagesGetsIt(@TempDir Path folder) throws Exception {
        DrawnDataset large = dataset.withSides(context, image -> 40 << (2 * image.classIndex()));
        Optional<SizeFeature> size = Optional.of(SizeFeature.of(SizeUnit.PIXELS, new double[] {40, 160, 640}, 2));
        EmbeddingTable sized = SizedVectors.of(size, table, large.manifest(), context);
        LabelledVectors all = new LabelledVectors(sized.vectors(), sized.labels());
        ClassifierSettings settings = new ClassifierSettings(1, 8, 0.05, 0.9, 8, 100, 0, 0, 1);
        Path trained = folder.resolve("classifier.zip");
        try (Classifier classifier = Classifier.train(
                        Engines.load().any().perceptrons(), settings, all, all, CLASSES, size, epoch -> {})
                .classifier()) {
            classifier.save(trained);
        }

        ProjectorTask.Output written = context.run(
                new ProjectorStep(Engines.load()),
                new ProjectorTask.Input(
                        DrawnEmbeddings.publish(context, large, 2, DIMENSIONS),
                        context.artifacts().publish("classifier", trained)));

        List<String> lines = Files.readAllLines(files(written).get("metadata.tsv"));
        assertThat(lines.subList(1, lines.size())).allSatisfy(line -> {
            String[] cells = line.split("\t", -1);
            assertThat(cells[3]).as("the size alone tells the class").isEqualTo(cells[1]);
        });
    }

    @Test
    void theArrayIsWhatNumPyDocuments() throws IOException {
        ByteBuffer bytes =
                ByteBuffer.wrap(Files.readAllBytes(file("vectors.npy"))).order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[8];
        bytes.get(magic);
        byte[] header = new byte[bytes.getShort()];
        bytes.get(header);

        assertThat(magic).containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0);
        assertThat((8 + 2 + header.length) % 64).isZero();
        assertThat(new String(header, StandardCharsets.US_ASCII))
                .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }"
                        .formatted(table.size(), DIMENSIONS))
                .endsWith(" \n");
        assertThat(bytes.remaining()).isEqualTo(table.size() * DIMENSIONS * Float.BYTES);
        for (float[] vector : table.vectors()) {
            for (float value : vector) {
                assertThat(bytes.getFloat()).isEqualTo(value);
            }
        }
    }

    @Test
    void theParquetFileHoldsAllOfIt() throws IOException {
        List<VectorRow> rows = ParquetRows.read(VectorRow.class, file("vectors.parquet"));

        assertThat(rows).hasSize(table.size());
        for (int row = 0; row < rows.size(); row++) {
            float[] vector = table.vectors()[row];
            assertThat(rows.get(row))
                    .isEqualTo(new VectorRow(
                            table.images().get(row),
                            table.classes().get(table.labels()[row]),
                            table.splits()[row].name(),
                            List.of(vector[0], vector[1], vector[2], vector[3], vector[4]),
                            table.classes().get(likeliest(row)),
                            probabilities[row][likeliest(row)]));
        }
    }

    @Test
    void theSpriteShowsEachImageInItsPlace() throws IOException {
        BufferedImage sprite = ImageIO.read(file("sprite.png").toFile());
        Sprite expected = Sprite.blank(table.size());
        for (int image = 0; image < table.size(); image++) {
            expected.put(image, new GreyImage(dataset.pixels(image), SIDE));
        }

        assertThat(sprite.getWidth()).isEqualTo(6 * 64);
        assertThat(sprite.getHeight()).isEqualTo(sprite.getWidth());
        assertThat(sprite.getRaster().getSamples(0, 0, 384, 384, 0, (int[]) null))
                .isEqualTo(expected.sheet().getRaster().getSamples(0, 0, 384, 384, 0, (int[]) null));
    }

    @Test
    void bothConfigurationsNameTheFilesAndTheirShape() throws IOException {
        Map<?, ?> config = Json.read(Files.readAllBytes(file("projector_config.json")), Map.class);

        assertThat(config)
                .isEqualTo(Map.of(
                        "embeddings",
                        List.of(Map.of(
                                "tensorName", "embeddings",
                                "tensorShape", List.of(33, DIMENSIONS),
                                "tensorPath", "vectors.tsv",
                                "metadataPath", "metadata.tsv",
                                "sprite", Map.of("imagePath", "sprite.png", "singleImageDim", List.of(64, 64))))));
        assertThat(file("projector_config.pbtxt")).hasContent("""
                embeddings {
                  tensor_name: "embeddings"
                  tensor_shape: 33
                  tensor_shape: 5
                  tensor_path: "vectors.tsv"
                  metadata_path: "metadata.tsv"
                  sprite {
                    image_path: "sprite.png"
                    single_image_dim: 64
                    single_image_dim: 64
                  }
                }
                """);
    }

    @Test
    void theSameInputGivesTheSameFiles() throws Exception {
        assertThat(context.run(new ProjectorStep(Engines.load()), input)).isEqualTo(output);
    }

    @Test
    void endsWhenCancelled(@TempDir Path folder) throws Exception {
        LocalContext other = new LocalContext(folder);
        DrawnDataset drawn = DrawnDataset.publish(other, CLASSES, 2, 1, 1, SIDE, 1);
        Path copy = context.artifacts().fetch(input.classifier());
        ProjectorTask.Input same = new ProjectorTask.Input(
                DrawnEmbeddings.publish(other, drawn, 1, DIMENSIONS),
                other.artifacts().publish("classifier", copy));
        other.cancel();

        assertThatThrownBy(() -> other.run(new ProjectorStep(Engines.load()), same))
                .isInstanceOf(InterruptedException.class);
    }

    private int likeliest(int row) {
        int likeliest = 0;
        for (int c = 1; c < CLASSES; c++) {
            likeliest = probabilities[row][c] > probabilities[row][likeliest] ? c : likeliest;
        }
        return likeliest;
    }
}
