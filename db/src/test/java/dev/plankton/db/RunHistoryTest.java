package dev.plankton.db;

import static dev.plankton.db.Ids.artifact;
import static dev.plankton.db.Ids.artifacts;
import static dev.plankton.db.Ids.run;
import static dev.plankton.db.Ids.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.plankton.contracts.formats.UnseenMeasures;
import dev.plankton.contracts.ids.WorkflowId;
import dev.plankton.db.rows.AliasMove;
import dev.plankton.db.rows.ClassificationRow;
import dev.plankton.db.rows.DatasetRow;
import dev.plankton.db.rows.DatasetRow.ClassCount;
import dev.plankton.db.rows.DatasetRow.LeftOut;
import dev.plankton.db.rows.DiscoveryRow;
import dev.plankton.db.rows.FoundModel;
import dev.plankton.db.rows.LabelCheckRow;
import dev.plankton.db.rows.RunEnd;
import dev.plankton.db.rows.RunStart;
import dev.plankton.db.rows.StepEnd.StepStatus;
import dev.plankton.db.rows.StepStart;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunHistoryTest {
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

    private Map<String, Object> one(String sql) {
        List<Map<String, Object>> rows = postgres.query(sql);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    @Test
    void migratingAgainChangesNothing() {
        assertThat(Database.migrate(postgres.config())).isZero();
    }

    @Test
    void everythingToldTwiceLeavesTheSameRows() throws IOException {
        for (int i = 0; i < 2; i++) {
            history.runs().started(SampleRows.run("twice"));
            history.runs().stepStarted(SampleRows.step("twice", "task twice"));
            history.runs().stepEnded(SampleRows.stepEnd("task twice", StepStatus.COMPLETED, ""));
            history.runs().artifact(artifact("a"), "checkpoint", 10, "plankton_train", "key", artifacts("b", "c"));
            history.training().dataset(run("twice"), SampleRows.dataset("dataset twice"));
            history.training().progress(SampleRows.progress("twice", 20, 0.4));
            history.training().round(SampleRows.round("twice", 1, 0.3));
            history.training().device(SampleRows.card("twice", 1));
            history.training().evaluation(SampleRows.evaluation("twice", 1, 0.6));
            history.training().classifier(SampleRows.classifier("twice", 0.7));
            history.training().labelCheck(SampleRows.labelCheck("twice"));
            history.runs()
                    .report(run("twice"), "reports/x/index.html", Optional.of("http://127.0.0.1:8127/reports/x/"));
            history.runs().ended(run("twice"), RunEnd.completed());
        }
        for (String table : List.of(
                "step",
                "training_progress",
                "training_round",
                "training_device",
                "evaluation",
                "classifier",
                "misclassified_image",
                "label_check",
                "run_dataset")) {
            assertThat(one("select count(*) n from plankton.%s where run_id = 'twice'".formatted(table)))
                    .as(table)
                    .containsOnly(entry("n", 1L));
        }
        assertThat(
                        one(
                                "select mean_output_norm, active_triplets from plankton.training_progress where run_id = 'twice'"))
                .containsOnly(entry("mean_output_norm", 3.5), entry("active_triplets", 0.25));
        assertThat(one("select count(*) n from plankton.confusion_cell where run_id = 'twice'"))
                .containsOnly(entry("n", 3L));
        assertThat(one("select count(*) n from plankton.step_artifact where artifact_id = '" + artifact("a") + "'"))
                .containsOnly(entry("n", 1L));
        assertThat(one("select count(*) n from plankton.artifact_input where artifact_id = '" + artifact("a") + "'"))
                .containsOnly(entry("n", 2L));
        assertThat(one("select count(*) n from plankton.left_out_image where dataset_id = '" + artifact("dataset twice")
                        + "'"))
                .containsOnly(entry("n", 1L));
    }

    @Test
    void aFailedRunThatGoesOnIsRunningAgain() throws IOException {
        history.runs().started(SampleRows.run("again"));
        history.runs().ended(run("again"), RunEnd.failed("The prefix is empty."));
        assertThat(one("select status, reason from plankton.run_history where run_id = 'again'"))
                .containsOnly(entry("status", "FAILED"), entry("reason", "The prefix is empty."));
        history.runs().started(SampleRows.run("again"));
        assertThat(one("select status, reason, ended_at from plankton.run where run_id = 'again'"))
                .containsOnly(entry("status", "RUNNING"), entry("reason", ""), entry("ended_at", null));
    }

    @Test
    void aStragglerDoesNotOpenACompletedRun() throws IOException {
        history.runs().started(SampleRows.run("done"));
        history.runs().ended(run("done"), RunEnd.completed());
        history.runs().started(SampleRows.run("done"));
        assertThat(one("select status from plankton.run where run_id = 'done'"))
                .containsOnly(entry("status", "COMPLETED"));
    }

    @Test
    void aFinishedStepStaysFinished() throws IOException {
        history.runs().started(SampleRows.run("finished"));
        history.runs().stepStarted(SampleRows.step("finished", "task finished"));
        history.runs().stepEnded(SampleRows.stepEnd("task finished", StepStatus.COMPLETED, ""));
        history.runs().stepEnded(SampleRows.stepEnd("task finished", StepStatus.FAILED, "too late"));
        assertThat(one("select status, reason from plankton.step where task_id = 'task finished'"))
                .containsOnly(entry("status", "COMPLETED"), entry("reason", ""));
    }

    @Test
    void anAttemptThatWasLostWithItsWorkerEndsWhenTheNextOneBegins() throws IOException {
        history.runs().started(SampleRows.run("lost"));
        for (int attempt = 0; attempt < 2; attempt++) {
            history.runs()
                    .stepStarted(new StepStart(
                            task("lost " + attempt),
                            run("lost"),
                            new WorkflowId("workflow"),
                            "plankton_train",
                            "train__1",
                            attempt,
                            "worker",
                            SampleRows.START.plusSeconds(attempt)));
        }
        history.runs().stepStarted(SampleRows.step("lost", "another task"));
        assertThat(
                        postgres.query(
                                "select task_id from plankton.step where run_id = 'lost' and status = 'FAILED' and reason <> ''"))
                .containsExactly(Map.of("task_id", "lost 0"));
    }

    @Test
    void theThreeViewsAnswerTheObviousQuestions() throws IOException {
        history.runs().started(SampleRows.run("views"));
        history.runs().stepStarted(SampleRows.step("views", "task 1"));
        history.runs().stepEnded(SampleRows.stepEnd("task 1", StepStatus.REUSED, ""));
        history.runs().stepStarted(SampleRows.step("views", "task 2"));
        history.runs().stepEnded(SampleRows.stepEnd("task 2", StepStatus.FAILED, "the store is away"));
        history.training().dataset(run("views"), SampleRows.dataset("dataset views"));
        for (int round = 0; round <= 2; round++) {
            history.training().round(SampleRows.round("views", round, 0.5 - 0.1 * round));
        }
        history.training().evaluation(SampleRows.evaluation("views", 0, 0.3));
        history.training().evaluation(SampleRows.evaluation("views", 1, 0.6));
        history.training().evaluation(SampleRows.evaluation("views", 2, 0.6));
        history.training().classifier(SampleRows.classifier("views", 0.75));

        assertThat(one("""
                                select dataset, rounds, best_round, accuracy, test_accuracy, classifier_accuracy,
                                       steps, reused, failed
                                from plankton.run_history where run_id = 'views'
                                """))
                .containsOnly(
                        entry("dataset", "bay"),
                        entry("rounds", 2),
                        entry("best_round", 2),
                        entry("accuracy", 0.6),
                        entry("test_accuracy", 0.5),
                        entry("classifier_accuracy", 0.75),
                        entry("steps", 2L),
                        entry("reused", 1L),
                        entry("failed", 1L));
        assertThat(postgres.query("""
                        select round, accuracy, validation_loss from plankton.checkpoint_history
                        where run_id = 'views' order by round
                        """)).extracting(row -> row.get("accuracy")).containsExactly(0.3, 0.6, 0.6);
        assertThat(postgres.query("select sampled, test_sampled from history.checkpoint where run_id = 'views'"))
                .allSatisfy(row -> assertThat(row.values()).containsExactly(null, 8));
        assertThat(one("""
                        select m.images, m.mean_average_precision_at_r, f.examples, f.five_nearest,
                               f.five_nearest_deviation, d.auroc, c.unseen
                        from history.unseen_measure m
                                 join history.unseen_few_examples f using (run_id, round)
                                 join history.unseen_detection d using (run_id, round)
                                 join history.run_dataset using (run_id)
                                 join history.dataset_class c using (dataset_id)
                        where run_id = 'views' and round = 2 and c.class = 'alga'
                        """))
                .containsOnly(
                        entry("images", 40),
                        entry("mean_average_precision_at_r", 0.4),
                        entry("examples", 5),
                        entry("five_nearest", 0.8),
                        entry("five_nearest_deviation", 0.04),
                        entry("auroc", 0.9),
                        entry("unseen", 40));
        assertThat(one("select * from history.classifier_unseen where run_id = 'views'"))
                .contains(
                        entry("score", "CLASSIFIER_ENERGY"),
                        entry("validation_auroc", 0.9),
                        entry("test_auroc", 0.88),
                        entry("found_at_5", 0.5),
                        entry("chosen", true));
        assertThat(one("""
                        select recall, most_confused_with, confused_images, classifier_test_recall
                        from plankton.class_report where run_id = 'views' and round = 2 and class = 'copepod'
                        """))
                .containsOnly(
                        entry("recall", 0.8),
                        entry("most_confused_with", "egg"),
                        entry("confused_images", 3),
                        entry("classifier_test_recall", 0.75));
    }

    @Test
    void likelyLabelErrorsAreListedByRankAndAllAreCounted() throws IOException {
        history.runs().started(SampleRows.run("labels"));
        history.training().labelCheck(SampleRows.labelCheck("labels"));

        assertThat(postgres.query("select * from history.likely_label_error where run_id = 'labels' order by rank"))
                .hasSize(2)
                .first()
                .isEqualTo(Map.of(
                        "run_id", "labels",
                        "rank", 1,
                        "image", "image 1",
                        "source", "copepod/1.png",
                        "object_id", "station_7",
                        "given_class", "copepod",
                        "proposed_class", "egg",
                        "probability", 0.9,
                        "probability_of_given", 0.05,
                        "share_of_neighbours", 0.8));

        int many = LabelCheckSql.MOST_LISTED + 7;
        history.training()
                .labelCheck(new LabelCheckRow(
                        run("labels"),
                        2,
                        5000,
                        4000,
                        Collections.nCopies(
                                many, SampleRows.labelCheck("labels").errors().getFirst())));

        assertThat(one("""
                        select labelled, checked, likely_errors, count(rank) as listed
                        from history.label_check join history.likely_label_error using (run_id)
                        where run_id = 'labels' group by run_id, labelled, checked, likely_errors
                        """))
                .containsOnly(
                        entry("labelled", 5000),
                        entry("checked", 4000),
                        entry("likely_errors", many),
                        entry("listed", (long) LabelCheckSql.MOST_LISTED));
    }

    @Test
    void aRoundThatWasTrainedAgainElsewhereHasItsNewDevice() throws IOException {
        history.runs().started(SampleRows.run("devices"));
        for (int round = 0; round <= 2; round++) {
            history.training().round(SampleRows.round("devices", round, 0.5));
        }
        history.training().device(SampleRows.processor("devices", 1));
        history.training().device(SampleRows.card("devices", 2));
        history.training().device(SampleRows.processor("devices", 2));
        history.training().device(SampleRows.card("devices", 1));

        assertThat(postgres.query("""
                        select round from plankton.training_device where run_id = 'devices' and compute_capability >= 8
                        """)).extracting(row -> row.get("round")).containsExactly(1);
        assertThat(postgres.query("""
                        select coalesce(backend || ', ' || device || ', ' || threads, 'unknown') as trained_on
                        from plankton.checkpoint_history where run_id = 'devices' order by round
                        """))
                .extracting(row -> row.get("trained_on"))
                .containsExactly("unknown", "cuda, NVIDIA A10, 0", "cpu, AMD EPYC, 2");
    }

    @Test
    void anUnreachableDatabaseIsPassingTrouble() {
        DatabaseConfig nowhere =
                new DatabaseConfig("jdbc:postgresql://127.0.0.1:1/postgres?connectTimeout=1", "nobody", "secret", 1);
        try (Database database = Database.open(nowhere)) {
            assertThatThrownBy(() -> database.history().runs().ended(run("any"), RunEnd.completed()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the run history cannot be written")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void aNameStandsForAModel() throws IOException {
        history.runs().started(SampleRows.run("first"));
        history.runs().started(SampleRows.run("second"));
        history.runs().started(SampleRows.run("mover"));
        assertThat(history.models().find("champion")).isEmpty();
        for (int i = 0; i < 2; i++) {
            history.models().made(SampleRows.model("first", "model 1", 0.6));
            history.models().made(SampleRows.model("second", "model 2", 0.7));
        }
        assertThat(history.models().find("champion"))
                .contains(new FoundModel(
                        artifact("model 2"), "the best of 2 by the classifier's accuracy on validation images"));
        assertThat(history.models().find("first")).map(FoundModel::modelId).contains(artifact("model 1"));
        assertThat(history.models().find(artifact("training of model 2").sha256()))
                .map(FoundModel::modelId)
                .contains(artifact("model 2"));
        assertThat(history.models().find(artifact("model 1").sha256()))
                .map(FoundModel::modelId)
                .contains(artifact("model 1"));
        assertThat(history.models().find("' or true --")).isEmpty();

        for (int i = 0; i < 2; i++) {
            history.models().aliasMoved(new AliasMove("champion", artifact("model 1"), "it is steadier", run("mover")));
            history.models().aliasMoved(new AliasMove("bay", artifact("model 2"), "for the bay", run("mover")));
        }
        assertThat(history.models().find("champion"))
                .contains(new FoundModel(artifact("model 1"), "named by hand: it is steadier"));
        assertThat(history.models().find("bay")).map(FoundModel::modelId).contains(artifact("model 2"));
        assertThat(postgres.query("select * from plankton.model_alias_move")).hasSize(2);
    }

    @Test
    void aClassificationToldTwiceIsOne() throws IOException {
        history.runs().started(SampleRows.run("classifies"));
        for (int i = 0; i < 2; i++) {
            history.models()
                    .classified(new ClassificationRow(
                            run("classifies"),
                            artifact("m"),
                            "bay",
                            5,
                            1,
                            0.3,
                            UnseenMeasures.Score.CLASSIFIER_ENERGY,
                            List.of(new ClassificationRow.ClassCount("copepod", 5, 1, 0.8))));
        }
        assertThat(one("select mean_confidence from plankton.classification join plankton.classification_class"
                        + " using (run_id) where run_id = 'classifies'"))
                .containsEntry("mean_confidence", 0.8);
    }

    @Test
    void groupsOfNewImagesToldTwiceAreThereOnceAndACutThatWasNotChosenIsNull() throws IOException {
        history.runs().started(SampleRows.run("discovers"));
        for (DiscoveryRow.Group group : List.of(
                new DiscoveryRow.Group("group_009", 3, 0.1, "egg", 0.7),
                new DiscoveryRow.Group("group_001", 40, 0.2, "copepod", 0.5))) {
            history.models()
                    .discovered(new DiscoveryRow(
                            run("discovers"),
                            artifact("m"),
                            "bay",
                            90,
                            50,
                            50,
                            50,
                            40,
                            Optional.of(new DiscoveryRow.Cut(0.4, 0.8)),
                            List.of(group)));
        }
        assertThat(one("select grouped, agreement, g.name as name, nearest_class from history.discovery"
                        + " join history.discovered_group g using (run_id) where run_id = 'discovers'"))
                .containsEntry("grouped", 40)
                .containsEntry("agreement", 0.8)
                .containsEntry("name", "group_001")
                .containsEntry("nearest_class", "copepod");
        history.models()
                .discovered(new DiscoveryRow(
                        run("discovers"), artifact("m"), "bay", 90, 50, 50, 50, 0, Optional.empty(), List.of()));
        assertThat(one("select cut from history.discovery where run_id = 'discovers'"))
                .containsEntry("cut", null);
    }

    @Test
    void charactersThatPostgresRefusesAreReplacedAndTheRunEnds() throws IOException {
        String nul = "\0";
        RunStart run = new RunStart(
                run("nul"),
                "plankton_embedding",
                3,
                "{\"dataset\":\"b\\u0000ay\",\"note\":\"\\\\u0000\"}",
                SampleRows.START);
        history.runs().started(run);
        history.runs().stepStarted(SampleRows.step("nul", "task nul"));
        history.training()
                .dataset(
                        run("nul"),
                        new DatasetRow(
                                artifact("dataset nul"),
                                "bay" + nul,
                                299,
                                List.of(new ClassCount("cope" + nul + "pod", 1, 1, 1, 0)),
                                List.of(new LeftOut("egg/" + nul + ".png", "is no image: " + nul))));
        history.sweeps().run(run("nul"), 1, "{\"class\":\"\\u0000\"}", Optional.empty());
        history.runs().stepEnded(SampleRows.stepEnd("task nul", StepStatus.REJECTED, "No image: " + nul + "\u001b[2J"));
        history.runs().ended(run("nul"), RunEnd.failed("Class '" + nul + "' is empty."));

        assertThat(one("select status, reason, input ->> 'dataset' as dataset, input ->> 'note' as note"
                        + " from plankton.run where run_id = 'nul'"))
                .containsOnly(
                        entry("status", "FAILED"),
                        entry("reason", "Class '\uFFFD' is empty."),
                        entry("dataset", "b\uFFFDay"),
                        entry("note", "\\u0000"));
        assertThat(one("select reason from plankton.step where task_id = 'task nul'"))
                .containsOnly(entry("reason", "No image: \uFFFD\uFFFD[2J"));
        assertThat(one("select class from plankton.dataset_class where dataset_id = '" + artifact("dataset nul") + "'"))
                .containsOnly(entry("class", "cope\uFFFDpod"));
        assertThat(one("select source, reason from plankton.left_out_image where dataset_id = '"
                        + artifact("dataset nul") + "'"))
                .containsOnly(entry("source", "egg/\uFFFD.png"), entry("reason", "is no image: \uFFFD"));
    }
}
