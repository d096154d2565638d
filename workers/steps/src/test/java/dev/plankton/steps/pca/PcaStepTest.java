package dev.plankton.steps.pca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingFile;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.contracts.json.Json;
import dev.plankton.contracts.tasks.PcaTask;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.DrawnEmbeddings;
import dev.plankton.engine.testing.LocalContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PcaStepTest {
    @TempDir
    Path folder;

    private static ArtifactId embeddings(LocalContext context, int test) throws IOException {
        DrawnDataset dataset = DrawnDataset.publish(context, 4, 2, 1, test, 24, 1);
        return DrawnEmbeddings.publish(context, dataset, 3, 8);
    }

    @Test
    void makesAFilmOfAllCheckpoints() throws IOException, InterruptedException {
        LocalContext context = new LocalContext(folder);
        PcaTask.Input input = new PcaTask.Input(embeddings(context, 6), 5, 2, 0, 1);

        PcaTask.Output output = context.run(new PcaStep(), input);

        ReportSection section = context.artifacts().fetchJson(output.section(), ReportSection.class);
        ReportSection.Figure film = section.figures().get(1);
        assertThat(output.explainedVariance()).isBetween(0.5, 1.0);
        assertThat(section.summary()).contains("20 test images", "round 2");
        assertThat(film.mediaType()).isEqualTo("video/mp4");
        assertThat(DecodedFilm.read(context.artifacts().fetch(film.artifact())).lumaInTheMiddle())
                .hasSize(3 * 15 + 2 * 2);
        assertThat(Files.readAllLines(
                        context.artifacts().fetch(film.data().getFirst().artifact())))
                .hasSize(1 + 3 * 20);
        assertThat(context.run(new PcaStep(), input)).isEqualTo(output);
    }

    @Test
    void thePointsToTurnAreTheProjectionsAndTheirPicturesTheImages() throws IOException, InterruptedException {
        LocalContext context = new LocalContext(folder);
        DrawnDataset dataset = DrawnDataset.publish(context, 4, 2, 1, 6, 64, 1);
        PcaTask.Input input = new PcaTask.Input(DrawnEmbeddings.publish(context, dataset, 3, 8), 5, 0, 0, 1);

        ReportSection section =
                context.artifacts().fetchJson(context.run(new PcaStep(), input).section(), ReportSection.class);

        ReportSection.Figure figure = section.figures().getFirst();
        assertThat(figure.mediaType()).isEqualTo(ReportSection.Figure.POINTS);
        assertThat(figure.data()).extracting(ReportSection.DataFile::file).containsExactly("pca-sprite.png", "pca.csv");
        String script = Files.readString(context.artifacts().fetch(figure.artifact()));
        String before = "(window.planktonPoints = window.planktonPoints || {})[\"pca-points.js\"] = ";
        assertThat(script).startsWith(before).endsWith(";\n");
        PointsFile points = Json.read(
                script.substring(before.length(), script.length() - 2).getBytes(StandardCharsets.UTF_8),
                PointsFile.class);
        BufferedImage sheet = ImageIO.read(
                context.artifacts().fetch(figure.data().getFirst().artifact()).toFile());
        List<String> rows = Files.readAllLines(
                context.artifacts().fetch(figure.data().get(1).artifact()));
        assertThat(points.frames()).hasSize(3);
        assertThat(points.labels()).hasSize(20);
        for (int row = 0; row < 3 * 20; row++) {
            String[] cells = rows.get(1 + row).split(",");
            PointsFile.Frame frame = points.frames().get(row / 20);
            int image = row % 20;
            assertThat(frame.round()).isEqualTo(Integer.parseInt(cells[0]));
            assertThat(points.sources().get(image)).isEqualTo(cells[1]);
            assertThat(points.classes().get(points.labels()[image])).isEqualTo(cells[2]);
            for (int axis = 0; axis < 3; axis++) {
                assertThat(frame.points()[3 * image + axis])
                        .isCloseTo(Double.parseDouble(cells[3 + axis]), withinPercentage(0.01));
            }
            assertThat(cell(points, sheet, image)).isEqualTo(pixels(dataset, cells[1]));
        }
        assertThat(points.frames().getLast().accuracy()).isCloseTo(0.6, withinPercentage(0.01));
        assertThat(points.frames().getLast().learningRate()).isEqualTo(0.01);
        assertThat(points.colors()).hasSize(4).allMatch(color -> color.matches("#[0-9a-f]{6}"));
    }

    private static byte[] cell(PointsFile points, BufferedImage sheet, int image) {
        int columns = points.sheets().getFirst().columns();
        int size = sheet.getWidth() / columns;
        int left = image % columns * size;
        int top = image / columns * size;
        byte[] pixels = new byte[size * size];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) sheet.getRaster().getSample(left + i % size, top + i / size, 0);
        }
        return pixels;
    }

    private static byte[] pixels(DrawnDataset dataset, String source) {
        List<DatasetManifest.Image> images = dataset.manifest().images();
        return IntStream.range(0, images.size())
                .filter(image -> images.get(image).source().equals(source))
                .mapToObj(dataset::pixels)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void vectorsOfImagesThatNobodyHasAreShownWithoutPictures() throws IOException, InterruptedException {
        LocalContext context = new LocalContext(folder);
        DatasetManifest drawn = DrawnDataset.publish(context, 4, 2, 1, 6, 24, 1).manifest();
        DatasetManifest names =
                new DatasetManifest("elsewhere", 0, drawn.classes(), drawn.images(), List.of(), List.of());
        Path table = folder.resolve("given.parquet");
        EmbeddingFile.write(DrawnEmbeddings.table(names, 1, 8), table);
        EmbeddingsManifest given = new EmbeddingsManifest(
                context.artifacts().publishJson("dataset", names),
                new EmbeddingsManifest.Uploaded(new UploadName("elsewhere"), new ArtifactId("0".repeat(64))),
                List.of(new EmbeddingsManifest.Embedded(
                        0, 0, 0.5, context.artifacts().publish("embeddings", table))),
                0);
        PcaTask.Input input =
                new PcaTask.Input(context.artifacts().publishJson("embeddings-manifest", given), 5, 0, 0, 1);

        ReportSection section =
                context.artifacts().fetchJson(context.run(new PcaStep(), input).section(), ReportSection.class);

        ReportSection.Figure points = section.figures().getFirst();
        assertThat(points.data()).extracting(ReportSection.DataFile::file).containsExactly("pca.csv");
        assertThat(Files.readString(context.artifacts().fetch(points.artifact())))
                .contains("\"trained\":false", "\"sheets\":[]");
        assertThat(points.caption()).doesNotContain("checkpoint");
    }

    @Test
    void aDatasetWithoutTestImagesIsRejectedInOneSentence() throws IOException {
        LocalContext context = new LocalContext(folder);
        PcaTask.Input input = new PcaTask.Input(embeddings(context, 0), 5, 0, 0, 1);

        assertThatThrownBy(() -> context.run(new PcaStep(), input))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("testPerClass");
    }

    @Test
    void stopsWhenCancelled() throws IOException {
        LocalContext context = new LocalContext(folder);
        PcaTask.Input input = new PcaTask.Input(embeddings(context, 2), 5, 0, 0, 1);
        context.cancel();

        assertThatThrownBy(() -> context.run(new PcaStep(), input)).isInstanceOf(InterruptedException.class);
    }
}
