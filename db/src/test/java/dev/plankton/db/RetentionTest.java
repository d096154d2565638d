package dev.plankton.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.ids.WorkflowId;
import dev.plankton.db.rows.AliasMove;
import dev.plankton.db.rows.RunEnd;
import dev.plankton.db.rows.StepEnd;
import dev.plankton.db.rows.StepEnd.StepStatus;
import dev.plankton.db.rows.StepStart;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code history.deletable_artifact} lists, and what {@code history.lineage} follows. */
class RetentionTest {
    private TestPostgres postgres;
    private RunHistory history;

    @BeforeEach
    void start() throws IOException {
        postgres = new TestPostgres();
        history = postgres.history();
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
    }

    private void run(String runId) throws IOException {
        history.runs().started(SampleRows.run(runId));
    }

    /** A step of the run that did its work and published artifacts, all made from the same inputs. */
    private void step(String runId, String key, List<String> artifacts, List<String> inputs) throws IOException {
        for (String artifact : artifacts) {
            history.runs()
                    .artifact(
                            Ids.artifact(artifact),
                            "thing",
                            1,
                            "plankton_" + key,
                            key,
                            inputs.stream().map(Ids::artifact).toList());
        }
        String task = runId + " " + key;
        history.runs()
                .stepStarted(new StepStart(
                        Ids.task(task),
                        Ids.run(runId),
                        new WorkflowId(runId),
                        "plankton_" + key,
                        key,
                        0,
                        "worker",
                        SampleRows.START));
        history.runs()
                .stepEnded(new StepEnd(Ids.task(task), StepStatus.COMPLETED, key, "", SampleRows.START.plusSeconds(1)));
    }

    private void drop(String... runs) throws IOException {
        for (String run : runs) {
            history.runs().ended(Ids.run(run), RunEnd.completed());
            postgres.jdbi()
                    .useHandle(handle -> handle.execute("update plankton.run set kept = false where run_id = ?", run));
        }
    }

    private List<String> deletable() {
        return ids("select artifact_id from history.deletable_artifact order by artifact_id");
    }

    private List<String> ids(String sql) {
        return postgres.query(sql).stream()
                .map(row -> Ids.name(row.get("artifact_id")))
                .toList();
    }

    @Test
    void aRunIsKeptUnlessSomebodySaysOtherwise() throws IOException {
        run("a");
        step("a", "import", List.of("images"), List.of());
        history.runs().ended(Ids.run("a"), RunEnd.completed());
        assertThat(deletable()).isEmpty();
        drop("a");
        assertThat(deletable()).containsExactly("images");
    }

    @Test
    void whatAKeptRunSharesOrReadStaysWithAllThatItWasMadeFrom() throws IOException {
        run("dropped");
        step("dropped", "import", List.of("images", "images too"), List.of());
        step("dropped", "preprocess", List.of("small images", "list of small images"), List.of("images"));
        step("dropped", "split", List.of("dataset"), List.of("list of small images"));
        step("dropped", "train", List.of("checkpoint"), List.of("dataset"));
        step("dropped", "evaluate", List.of("evaluation"), List.of("checkpoint"));
        run("kept");
        step("kept", "analyse", List.of("report"), List.of("checkpoint"));
        run("kept too");
        step("kept too", "import", List.of("images", "images too"), List.of());
        history.runs().ended(Ids.run("kept"), RunEnd.completed());
        history.runs().ended(Ids.run("kept too"), RunEnd.completed());
        drop("dropped");
        assertThat(deletable()).containsExactly("evaluation");
        drop("kept");
        assertThat(deletable())
                .containsExactly(
                        "checkpoint", "dataset", "evaluation", "list of small images", "report", "small images");
    }

    @Test
    void bytesThatTwoStepsPublishedBelongToBoth() throws IOException {
        run("dropped");
        step("dropped", "first", List.of("table"), List.of());
        run("kept");
        step("kept", "second", List.of("table"), List.of());
        history.runs().ended(Ids.run("kept"), RunEnd.completed());
        drop("dropped");
        assertThat(deletable()).isEmpty();
    }

    @Test
    void bytesThatTwoRunsHaveInCommonDoNotMixWhatTheyWereMadeFrom() throws IOException {
        for (String run : List.of("dropped", "kept")) {
            run(run);
            step(run, "train of " + run, List.of("checkpoint of " + run), List.of());
            step(run, "draw of " + run, List.of("picture"), List.of("checkpoint of " + run));
            step(run, "report of " + run, List.of("report of " + run), List.of("picture"));
        }
        history.runs().ended(Ids.run("kept"), RunEnd.completed());
        assertThat(ids("select artifact_id from history.lineage('%s', 'kept')"
                        .formatted(Ids.artifact("report of kept"))))
                .containsExactlyInAnyOrder("report of kept", "picture", "checkpoint of kept");
        assertThat(ids("select artifact_id from history.lineage('%s')".formatted(Ids.artifact("picture"))))
                .containsExactlyInAnyOrder("picture", "checkpoint of dropped");
        drop("dropped");
        assertThat(deletable()).containsExactly("checkpoint of dropped", "report of dropped");
    }

    @Test
    void aModelWithAnAliasStaysWithAllThatItWasMadeFrom() throws IOException {
        run("dropped");
        step("dropped", "train", List.of("checkpoint"), List.of());
        step("dropped", "classifier", List.of("best", "classifier"), List.of("checkpoint"));
        step("dropped", "again", List.of("other"), List.of("checkpoint"));
        history.models().made(SampleRows.model("dropped", "best", 0.9));
        history.models().made(SampleRows.model("dropped", "other", 0.8));
        drop("dropped");
        assertThat(deletable()).containsExactly("other");
        run("mover");
        history.models()
                .aliasMoved(new AliasMove("champion", Ids.artifact("other"), "it is steadier", Ids.run("mover")));
        history.runs().ended(Ids.run("mover"), RunEnd.completed());
        assertThat(deletable()).containsExactly("best", "classifier");
    }

    @Test
    void weightsAndWhatIsNewerThanARunAtWorkStay() throws IOException {
        history.runs().artifact(Ids.artifact("weights"), "weights", 1, "plankton weights import", "npm:x", List.of());
        history.runs().artifact(Ids.artifact("orphan"), "thing", 1, "plankton_train", "of a killed worker", List.of());
        run("dropped");
        step("dropped", "import", List.of("images"), List.of());
        assertThat(deletable()).isEmpty();
        drop("dropped");
        assertThat(deletable()).containsExactly("images", "orphan");
        postgres.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into plankton.run (run_id, workflow, workflow_version, input, status, started_at)"
                                + " values ('at work', 'w', 1, '{}', 'RUNNING', now() - interval '1 day')"));
        assertThat(deletable()).isEmpty();
    }

    @Test
    void lineageFollowsInputsOfInputsAndNamesThoseOlderThanTheHistory() throws IOException {
        run("a");
        step("a", "first", List.of("middle"), List.of("source", "older"));
        step("a", "import", List.of("source"), List.of());
        step("a", "report", List.of("report"), List.of("middle", "source"));
        step("a", "other", List.of("other"), List.of("middle"));
        assertThat(ids("select artifact_id from history.lineage('%s')".formatted(Ids.artifact("report"))))
                .containsExactlyInAnyOrder("report", "middle", "source", "older");
        assertThat(ids("select artifact_id from history.lineage('%s') where kind is null"
                        .formatted(Ids.artifact("report"))))
                .containsExactly("older");
    }

    @Test
    void runsAreFoundByIdAndByWhenTheyTrained() throws IOException {
        for (String run : List.of("a", "b", "c")) {
            run(run);
            postgres.jdbi()
                    .useHandle(handle -> handle.execute(
                            "update plankton.run set started_at = now() - ? * interval '1 hour' where run_id = ?",
                            'd' - run.charAt(0),
                            run));
        }
        history.training().round(SampleRows.round("a", 0, 0.5));
        history.training().round(SampleRows.round("b", 0, 0.5));
        assertThat(ids("""
                        select history.find_run(name) as artifact_id
                        from (values (1, 'latest'), (2, 'previous'), (3, 'c'), (4, 'none')) names (i, name) order by i
                        """)).containsExactly("b", "a", "c", "null");
    }
}
