package dev.plankton.steps.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.RelationsTask;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.DrawnEmbeddings;
import dev.plankton.engine.testing.LocalContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RelationsStepTest {
    @TempDir
    Path folder;

    private static ArtifactId embeddings(LocalContext context) throws IOException {
        DrawnDataset dataset = DrawnDataset.publish(context, 4, 2, 1, 6, 24, 1);
        return DrawnEmbeddings.publish(context, dataset, 2, 8);
    }

    @Test
    void showsTheBestRelations() throws IOException, InterruptedException {
        LocalContext context = new LocalContext(folder);
        RelationsTask.Input input = new RelationsTask.Input(embeddings(context), 0.5, 25, false, 1000, 1);

        RelationsTask.Output output = context.run(new RelationsStep(), input);

        ReportSection section = context.artifacts().fetchJson(output.section(), ReportSection.class);
        assertThat(output.found()).isEqualTo(25);
        assertThat(section.summary()).contains("all 24 test images", "round 1");
        assertThat(section.figures().getFirst().data()).hasSize(20);
        assertThat(section.tables().getFirst().rows()).hasSize(20);
        ArtifactId all = section.tables().getFirst().data().getFirst().artifact();
        assertThat(Files.readAllLines(context.artifacts().fetch(all)))
                .hasSize(1 + 2 * 25)
                .last()
                .asString()
                .contains("true", "class", ".png");
        assertThat(context.run(new RelationsStep(), input)).isEqualTo(output);
    }

    @Test
    void saysWhichImagesWereSearchedAndThatNothingWasFound() throws IOException, InterruptedException {
        LocalContext context = new LocalContext(folder);
        RelationsTask.Input input = new RelationsTask.Input(embeddings(context), 1e-9, 25, false, 10, 1);

        RelationsTask.Output output = context.run(new RelationsStep(), input);

        ReportSection section = context.artifacts().fetchJson(output.section(), ReportSection.class);
        assertThat(output.found()).isZero();
        assertThat(section.summary()).contains("10 of the 24 test images");
        assertThat(section.figures()).isEmpty();
    }

    @Test
    void badSettingsAreRejectedInOneSentence() {
        ArtifactId id = new ArtifactId("0".repeat(64));

        assertThatThrownBy(() -> new RelationsTask.Input(id, -1, 20, false, 100, 1))
                .isInstanceOf(BadInputException.class)
                .hasMessage("relationsEpsilon is -1; it must be a number above 0 and at most 100.");
        assertThatThrownBy(() -> new RelationsTask.Input(id, 0.2, 20, false, 3, 1))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("relationsMaxImages");
    }
}
