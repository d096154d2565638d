package dev.plankton.db;

import static dev.plankton.db.Ids.artifact;
import static dev.plankton.db.Ids.artifacts;
import static dev.plankton.db.Ids.run;
import static dev.plankton.db.Ids.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.ids.WorkflowId;
import dev.plankton.db.rows.ArtifactSource;
import dev.plankton.db.rows.LostAttempt;
import dev.plankton.db.rows.SettingsRow;
import dev.plankton.db.rows.SettingsRow.Setting;
import dev.plankton.db.rows.StepEnd;
import dev.plankton.db.rows.StepEnd.StepStatus;
import dev.plankton.db.rows.StepStart;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvenanceTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private TestPostgres postgres;
    private RunHistory history;

    @BeforeAll
    void start() throws IOException {
        postgres = new TestPostgres();
        history = postgres.history();
    }

    @AfterAll
    void stop() throws IOException {
        postgres.close();
    }

    private void attempt(String run, String reference, int attempt, int second) throws IOException {
        history.runs()
                .stepStarted(new StepStart(
                        task(run + reference + attempt),
                        run(run),
                        new WorkflowId("workflow"),
                        "plankton_" + reference,
                        reference,
                        attempt,
                        "worker",
                        START.plusSeconds(second)));
    }

    private void ended(String run, String reference, int attempt, StepStatus status, String key, String reason)
            throws IOException {
        history.runs()
                .stepEnded(new StepEnd(task(run + reference + attempt), status, key, reason, START.plusSeconds(100)));
    }

    @Test
    void settingsComeBackInTheirOrderAndAreReplaced() throws IOException {
        history.runs().started(SampleRows.run("set"));
        List<Setting> settings = List.of(new Setting("seed", "1", false), new Setting("dataset", "bay", true));
        history.provenance()
                .settings(new SettingsRow(run("set"), "plankton_training", List.of(new Setting("rounds", "9", true))));
        for (int i = 0; i < 2; i++) {
            history.provenance().settings(new SettingsRow(run("set"), "plankton_embedding", settings));
        }
        history.provenance()
                .settings(new SettingsRow(run("set"), "plankton_training", List.of(new Setting("rounds", "5", false))));

        assertThat(history.provenance().settings(run("set")))
                .containsExactly(
                        new SettingsRow(run("set"), "plankton_embedding", settings),
                        new SettingsRow(run("set"), "plankton_training", List.of(new Setting("rounds", "5", false))));
        assertThat(history.provenance().settings(run("another"))).isEmpty();
    }

    @Test
    void attemptsThatCameToNothingAreListed() throws IOException {
        history.runs().started(SampleRows.run("lost"));
        attempt("lost", "train", 0, 1); // its worker died
        attempt("lost", "train", 1, 2);
        ended("lost", "train", 1, StepStatus.FAILED, "k", "the store did not answer");
        attempt("lost", "train", 2, 3);
        ended("lost", "train", 2, StepStatus.COMPLETED, "k", "");
        attempt("lost", "report", 0, 4); // still at work

        assertThat(history.provenance().lostAttempts(run("lost")))
                .containsExactly(
                        new LostAttempt(
                                "plankton_train",
                                "train",
                                0,
                                "FAILED",
                                "The worker ended, or was out of reach for too long."),
                        new LostAttempt("plankton_train", "train", 1, "FAILED", "the store did not answer"));
    }

    @Test
    void anArtifactIsOfTheRunThatMadeItFirstAndKnowsItsSources() throws IOException {
        history.runs().started(SampleRows.run("later"));
        history.runs().started(SampleRows.run("maker"));
        attempt("later", "train", 0, 20);
        ended("later", "train", 0, StepStatus.REUSED, "key of both", "");
        attempt("maker", "train", 0, 10);
        ended("maker", "train", 0, StepStatus.COMPLETED, "key of both", "");
        history.runs()
                .artifact(
                        artifact("made"),
                        "checkpoint",
                        10,
                        "plankton_train",
                        "key of both",
                        artifacts("by hand", "made before"));
        history.runs()
                .artifact(artifact("made before"), "training-set", 10, "plankton_balance", "other key", List.of());

        assertThat(history.provenance().makerOf(artifact("made"))).contains(run("maker"));
        assertThat(history.provenance().makerOf(artifact("made before"))).isEmpty();
        assertThat(history.provenance().sources(artifacts("made", "nothing")))
                .containsExactly(
                        new ArtifactSource(artifact("made"), artifact("made before"), "training-set"),
                        new ArtifactSource(artifact("made"), artifact("by hand"), "unknown"));
        assertThat(history.provenance().sources(List.of())).isEmpty();
    }
}
