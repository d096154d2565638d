package dev.plankton.pca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.runtime.formats.ReportSection;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.store.ArtifactId;
import dev.plankton.runtime.testing.DrawnDataset;
import dev.plankton.runtime.testing.DrawnEmbeddings;
import dev.plankton.runtime.testing.LocalContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        PcaInput input = new PcaInput(embeddings(context, 6), 5, 2, 1);

        PcaOutput output = context.run(new PcaStep(), input);

        ReportSection section = context.artifacts().fetchJson(output.section(), ReportSection.class);
        ReportSection.Figure film = section.figures().getFirst();
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
    void aDatasetWithoutTestImagesIsRejectedInOneSentence() throws IOException {
        LocalContext context = new LocalContext(folder);
        PcaInput input = new PcaInput(embeddings(context, 0), 5, 0, 1);

        assertThatThrownBy(() -> context.run(new PcaStep(), input))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("testPerClass");
    }

    @Test
    void stopsWhenCancelled() throws IOException {
        LocalContext context = new LocalContext(folder);
        PcaInput input = new PcaInput(embeddings(context, 2), 5, 0, 1);
        context.cancel();

        assertThatThrownBy(() -> context.run(new PcaStep(), input)).isInstanceOf(InterruptedException.class);
    }
}
