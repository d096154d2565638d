package dev.plankton.steps.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.EmbeddingFile;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.contracts.tasks.SeparationTask;
import dev.plankton.engine.testing.LocalContext;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three classes on a line, at 0, 1 and 10, with one egg among the copepods. */
class SeparationStepTest {
    private static final int LARGEST = 10;
    private static final ArtifactId DATASET = new ArtifactId("d".repeat(64));

    @TempDir
    Path folder;

    private LocalContext context;

    @BeforeEach
    void open() throws Exception {
        context = new LocalContext(folder);
    }

    private SeparationTask.Input embeddings(Split split) throws Exception {
        return input(new EmbeddingTable(
                List.of("a", "b", "c", "d", "e", "f", "g"),
                List.of("copepod", "egg", "medusa"),
                new int[] {0, 0, 1, 1, 1, 2, 2},
                new Split[] {split, split, split, split, split, split, split},
                new float[][] {{0}, {0.1f}, {1}, {1.1f}, {0.05f}, {10}, {10.1f}}));
    }

    private SeparationTask.Input input(EmbeddingTable table) throws Exception {
        Path file = context.scratch().resolve("table");
        EmbeddingFile.write(table, file);
        EmbeddingsManifest manifest = new EmbeddingsManifest(
                DATASET,
                new EmbeddingsManifest.Uploaded(new UploadName("line"), DATASET),
                List.of(new EmbeddingsManifest.Embedded(
                        0, 0, 0.5, context.artifacts().publish("embeddings", file))),
                0);
        return new SeparationTask.Input(context.artifacts().publishJson("embeddings-manifest", manifest), LARGEST, 1);
    }

    @Test
    void eachClassHasItsSilhouetteAndItsNearestClasses() throws Exception {
        SeparationTask.Output output = context.run(new SeparationStep(), embeddings(Split.TEST));

        // (b - a) / max(a, b), by hand
        double copepod = (1 - 0.1 / (2.15 / 3) + 1 - 0.1 / (1.95 / 3)) / 2;
        double strayEgg = 0.05 / ((0.95 + 1.05) / 2) - 1;
        double eggs = (1 - ((0.1 + 0.95) / 2) / 0.95 + 1 - ((0.1 + 1.05) / 2) / 1.05 + strayEgg) / 3;
        ReportSection section = context.artifacts().fetchJson(output.section(), ReportSection.class);
        List<List<String>> rows = section.tables().getFirst().rows();
        assertThat(rows).extracting(List::getFirst).containsExactly("egg", "copepod", "medusa");
        assertThat(Double.parseDouble(rows.get(0).get(2))).isCloseTo(eggs, within(1e-3));
        assertThat(Double.parseDouble(rows.get(1).get(2))).isCloseTo(copepod, within(1e-3));
        assertThat(rows.get(0)).element(3).isEqualTo("33.3 %");
        assertThat(rows.get(0)).element(4).isEqualTo("copepod (0.667), medusa (9.333)");
        assertThat(section.summary()).contains("medusa stands apart best, egg worst");
        double medusa = Double.parseDouble(rows.get(2).get(2));
        assertThat(output.silhouette())
                .isCloseTo(
                        Arrays.stream(new double[] {2 * copepod, 3 * eggs, 2 * medusa})
                                        .sum()
                                / 7,
                        within(1e-3));
    }

    @Test
    void moreImagesThanAskedForAreDrawnAtRandom() throws Exception {
        int images = 4 * LARGEST;
        SeparationTask.Input input = input(new EmbeddingTable(
                IntStream.range(0, images).mapToObj(Integer::toString).toList(),
                List.of("copepod", "egg"),
                IntStream.range(0, images).map(i -> i % 2).toArray(),
                Collections.nCopies(images, Split.TEST).toArray(Split[]::new),
                IntStream.range(0, images).mapToObj(i -> new float[] {i % 2, i}).toArray(float[][]::new)));

        SeparationTask.Output output = context.run(new SeparationStep(), input);

        ReportSection section = context.artifacts().fetchJson(output.section(), ReportSection.class);
        assertThat(section.summary()).contains("over 10 of the 40 test images, drawn at random, under ");
        assertThat(section.tables().getFirst().rows())
                .extracting(row -> Integer.parseInt(row.get(1)))
                .hasSize(2)
                .satisfies(counts -> assertThat(counts.get(0) + counts.get(1)).isEqualTo(LARGEST));
    }

    @Test
    void aDatasetWithoutTestImagesIsRefused() throws Exception {
        SeparationTask.Input input = embeddings(Split.TRAIN);

        assertThatThrownBy(() -> context.run(new SeparationStep(), input))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("testPerClass");
    }
}
