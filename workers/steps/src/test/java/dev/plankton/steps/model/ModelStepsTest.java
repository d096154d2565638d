package dev.plankton.steps.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.ModelManifest;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.tasks.ModelAliasTask;
import dev.plankton.contracts.tasks.ModelLookupTask;
import dev.plankton.db.rows.AliasMove;
import dev.plankton.db.rows.ModelRow;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.LocalContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelStepsTest {
    @TempDir
    private Path folder;

    private LocalContext context;

    @BeforeEach
    void open() throws IOException {
        context = new LocalContext(folder);
    }

    private ArtifactId publish(double testAccuracy) throws IOException {
        DrawnDataset dataset = DrawnDataset.publish(context, 2, 2, 1, 1, 24, 1);
        ArtifactId any = dataset.id();
        ModelManifest model =
                new ModelManifest(dataset.id(), any, 3, any, any, any, 0.8, testAccuracy, Optional.empty());
        ArtifactId id = context.artifacts().publishJson("model", model);
        context.history().models().made(new ModelRow(new RunId("run"), id, any, any, any, any, 3, 0.8, testAccuracy));
        return id;
    }

    @Test
    void aNameThatWasMovedIsLookedUpAnew() throws Exception {
        ModelLookupStep step = new ModelLookupStep();
        ModelLookupTask.Input champion = new ModelLookupTask.Input("champion");
        ArtifactId first = publish(0.7);
        assertThat(context.run(step, champion)).isEqualTo(new ModelLookupTask.Output(first, "the last", 24, 0.7));
        String before = step.fingerprint(champion, context);
        ArtifactId second = publish(0.6);
        assertThat(step.fingerprint(champion, context)).isNotEqualTo(before);
        assertThat(context.run(step, champion).model()).isEqualTo(second);
    }

    @Test
    void anAliasIsMovedWithItsReason() throws Exception {
        ArtifactId model = publish(0.7);
        context.run(new ModelAliasStep(), new ModelAliasTask.Input("bay-2025", "run", " the best for the bay "));
        assertThat(context.history().all(AliasMove.class))
                .containsExactly(new AliasMove("bay-2025", model, "the best for the bay", new RunId("run")));
    }

    @Test
    void aNameThatStandsForNothingIsRefused() {
        assertThatThrownBy(() -> context.run(new ModelLookupStep(), new ModelLookupTask.Input("none")))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("There is no model 'none'; give champion");
    }

    @ParameterizedTest
    @CsvSource({"Best One,why", "-x,why", "good,''", "good,'  '"})
    void badAliasesAreRefused(String alias, String reason) {
        assertThatThrownBy(() -> new ModelAliasTask.Input(alias, "run", reason)).isInstanceOf(BadInputException.class);
    }
}
