package dev.plankton.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.app.Sql;
import dev.plankton.app.Table;
import dev.plankton.db.ReadyQuery;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Asks the ready queries as a user who may read nothing but the run history, and checks them against its tables. */
final class ReadyAnswers {
    private final TestSystem system;
    private final String run;

    /** @param run a complete run that was repeated since */
    ReadyAnswers(TestSystem system, String run) {
        this.system = system;
        this.run = run;
    }

    private Table ask(String query, Map<String, String> values) throws SQLException {
        ReadyQuery.Filled filled = ReadyQuery.named(query).fill(values);
        try (Sql sql = Sql.connect(system.historyOnly())) {
            Table answer = sql.ask(filled.sql(), filled.values().toArray(String[]::new));
            assertThat(answer.rows()).as(query).isNotEmpty();
            return answer;
        }
    }

    private Table ask(String query) throws SQLException {
        return ask(query, Map.of());
    }

    private Table askOfTheRun(String query) throws SQLException {
        return ask(query, Map.of("run", run));
    }

    private static List<String> column(Table table, String name) {
        int index = table.columns().indexOf(name);
        return table.rows().stream().map(row -> row.get(index)).toList();
    }

    /** The value of the first column of a query that has one row. */
    private String value(String sql) throws SQLException {
        return String.valueOf(
                system.query(sql.formatted(run)).getFirst().values().iterator().next());
    }

    void training() throws SQLException {
        Table best = ask("best_checkpoints", Map.of("limit", "2"));
        assertThat(best.rows()).hasSize(2);
        assertThat(column(best, "checkpoint_id"))
                .doesNotHaveDuplicates()
                .first()
                .isEqualTo(
                        value(
                                "select checkpoint_id from plankton.evaluation join plankton.evaluation_measure using (run_id, round) where split = 'VALIDATION' order by accuracy desc, checkpoint_id limit 1"));
        assertThat(column(askOfTheRun("learning_curve"), "round")).containsExactly("0", "1", "2");
        assertThat(column(askOfTheRun("classes_that_got_worse"), "change")).allMatch(change -> change.startsWith("-"));
    }

    /** @param other a run with the head alone trained, for one round */
    void comparison(String other) throws SQLException {
        Table differences = ask("compare_runs", Map.of("a", run, "b", other));
        assertThat(differences.rows())
                .contains(List.of("setting", "train", "all", "head", ""))
                .anySatisfy(row -> assertThat(row).startsWith("result", "rounds", "2.0000", "1.0000"));
        assertThat(column(differences, "name")).contains("VALIDATION accuracy", "classifier, test accuracy");
    }

    /** @param sweep a sweep of two runs */
    void sweep(String sweep, String best) throws SQLException {
        Table ranking = ask("sweep_ranking", Map.of("sweep", sweep));
        assertThat(ranking.rows()).hasSize(2);
        assertThat(column(ranking, "run_id")).first().isEqualTo(best);
        assertThat(column(ask("sweep_ranking"), "run_id")).isEqualTo(column(ranking, "run_id"));
    }

    void mistakes() throws SQLException {
        Map<String, Object> pair = system.query(
                        "select true_class, predicted_class, images from plankton.classifier_confusion_cell where run_id = '%s' and true_class <> predicted_class order by images desc limit 1"
                                .formatted(run))
                .getFirst();
        Table confusion = ask(
                "confusion_of_two_classes",
                Map.of("a", String.valueOf(pair.get("true_class")), "b", String.valueOf(pair.get("predicted_class"))));
        assertThat(confusion
                        .rows()
                        .get(column(confusion, "run_id").indexOf(run))
                        .get(confusion.columns().indexOf("classifier_a_as_b")))
                .isEqualTo(String.valueOf(pair.get("images")));
        Table images = ask("misclassified_images", Map.of("dataset", "bay", "limit", "100000"));
        assertThat(column(images, "image"))
                .containsAll(
                        system
                                .query("select image from plankton.misclassified_image where run_id = '%s'"
                                        .formatted(run))
                                .stream()
                                .map(row -> String.valueOf(row.get("image")))
                                .toList());
        assertThat(column(images, "source")).allMatch(source -> source.endsWith(".png"));
    }

    void work() throws SQLException {
        Table times = askOfTheRun("step_times");
        assertThat(times.rows()
                        .get(column(times, "task_type").indexOf("plankton_train"))
                        .get(times.columns().indexOf("completed")))
                .isEqualTo(
                        value(
                                "select count(*) from plankton.step where run_id = '%s' and task_type = 'plankton_train' and status = 'COMPLETED'"));
        Table reused = ask("reused_steps");
        List<String> all = reused.rows().get(column(reused, "task_type").indexOf("all"));
        assertThat(all.get(reused.columns().indexOf("reused")))
                .isEqualTo(value("select count(*) from plankton.step where status = 'REUSED'"));
        assertThat(Double.parseDouble(all.get(reused.columns().indexOf("hours_saved"))))
                .isPositive();
    }

    void lineage() throws SQLException {
        Table lineage = askOfTheRun("report_lineage");
        assertThat(column(lineage, "kind"))
                .startsWith("report")
                .contains("report-section", "embeddings", "checkpoint", "dataset", "preprocessed", "source-shard")
                .doesNotContain("");
    }

    /** @param unwanted a run that shares some work with others */
    void retention(String unwanted) throws SQLException {
        String update = "update plankton.run set kept = %s where run_id = '%s' returning run_id";
        system.query(update.formatted(false, unwanted));
        Table deletable = ask("deletable_artifacts");
        assertThat(column(deletable, "run_id")).containsOnly(unwanted);
        assertThat(column(deletable, "kind")).contains("checkpoint", "report").doesNotContain("dataset", "image-shard");
        system.query(update.formatted(true, unwanted));
    }
}
