package dev.plankton.steps.dendrogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.DendrogramTask;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.DrawnEmbeddings;
import dev.plankton.engine.testing.LocalContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DendrogramStepTest {
    @TempDir
    Path folder;

    private static ArtifactId embeddings(LocalContext context, int test) throws IOException {
        DrawnDataset dataset = DrawnDataset.publish(context, 4, 2, 1, test, 24, 1);
        return DrawnEmbeddings.publish(context, dataset, 2, 8);
    }

    @Test
    void clustersTheTestImagesAndShowsTheTree() throws IOException, InterruptedException {
        LocalContext context = new LocalContext(folder);
        DendrogramTask.Input input = new DendrogramTask.Input(embeddings(context, 6), 10, 3, 1);

        DendrogramTask.Output output = context.run(new DendrogramStep(), input);

        ReportSection section = context.artifacts().fetchJson(output.section(), ReportSection.class);
        assertThat(output.leaves()).isEqualTo(10);
        assertThat(section.figures())
                .extracting(ReportSection.Figure::file)
                .containsExactly(
                        "dendrogram.png",
                        "dendrogram-cluster-1.png",
                        "dendrogram-cluster-2.png",
                        "dendrogram-cluster-3.png");
        assertThat(section.tables().getFirst().rows()).hasSize(10);
        assertThat(section.tables().getFirst().rows().stream()
                        .mapToInt(row -> Integer.parseInt(row.get(2)))
                        .sum())
                .isEqualTo(24);
        ArtifactId linkage = section.figures().getFirst().data().getFirst().artifact();
        assertThat(Files.readAllLines(context.artifacts().fetch(linkage))).hasSize(1 + 23);
        assertThat(context.run(new DendrogramStep(), input)).isEqualTo(output);
    }

    @Test
    void aDatasetWithoutTestImagesIsRejectedInOneSentence() throws IOException {
        LocalContext context = new LocalContext(folder);
        DendrogramTask.Input input = new DendrogramTask.Input(embeddings(context, 0), 10, 3, 1);

        assertThatThrownBy(() -> context.run(new DendrogramStep(), input))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("testPerClass");
    }

    @Test
    void stopsWhenCancelled() throws IOException {
        LocalContext context = new LocalContext(folder);
        DendrogramTask.Input input = new DendrogramTask.Input(embeddings(context, 3), 10, 3, 1);
        context.cancel();

        assertThatThrownBy(() -> context.run(new DendrogramStep(), input)).isInstanceOf(InterruptedException.class);
    }
}
