package dev.plankton.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.db.rows.AliasMove;
import dev.plankton.db.rows.ModelRow;
import dev.plankton.runtime.formats.ModelManifest;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.store.ArtifactId;
import dev.plankton.runtime.testing.DrawnDataset;
import dev.plankton.runtime.testing.LocalContext;
import java.io.IOException;
import java.nio.file.Path;
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

    private String publish(double testAccuracy) throws IOException {
        DrawnDataset dataset = DrawnDataset.publish(context, 2, 2, 1, 1, 24, 1);
        ArtifactId any = dataset.id();
        ModelManifest model = new ModelManifest(dataset.id(), any, 3, any, any, any, 0.8, testAccuracy);
        String id = context.artifacts().publishJson("model", model).sha256();
        context.history()
                .model(new ModelRow(
                        "run", id, any.sha256(), any.sha256(), any.sha256(), any.sha256(), 3, 0.8, testAccuracy));
        return id;
    }

    @Test
    void aNameThatWasMovedIsLookedUpAnew() throws Exception {
        ModelLookupStep step = new ModelLookupStep();
        ModelLookupInput champion = new ModelLookupInput("champion");
        String first = publish(0.7);
        assertThat(context.run(step, champion)).isEqualTo(new ModelLookupOutput(first, "the last", 24, 0.7));
        String before = step.fingerprint(champion, context);
        String second = publish(0.6);
        assertThat(step.fingerprint(champion, context)).isNotEqualTo(before);
        assertThat(context.run(step, champion).model()).isEqualTo(second);
    }

    @Test
    void anAliasIsMovedWithItsReason() throws Exception {
        String model = publish(0.7);
        context.run(new ModelAliasStep(), new ModelAliasInput("bay-2025", "run", " the best for the bay "));
        assertThat(context.history().all(AliasMove.class))
                .containsExactly(new AliasMove("bay-2025", model, "the best for the bay", "run"));
    }

    @Test
    void aNameThatStandsForNothingIsRefused() {
        assertThatThrownBy(() -> context.run(new ModelLookupStep(), new ModelLookupInput("none")))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("There is no model 'none'; give champion");
    }

    @ParameterizedTest
    @CsvSource({"Best One,why", "-x,why", "good,''", "good,'  '"})
    void badAliasesAreRefused(String alias, String reason) {
        assertThatThrownBy(() -> new ModelAliasInput(alias, "run", reason)).isInstanceOf(BadInputException.class);
    }
}
