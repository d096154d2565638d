package dev.plankton.app;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What the database says about one run. */
final class RunTables {
    private final Sql sql;
    private final String runId;

    /** The progress of a round. */
    record RoundProgress(int round, int step, int steps, double loss, double imagesPerSecond, double secondsLeft) {}

    RunTables(Sql sql, String runId) {
        this.sql = sql;
        this.runId = runId;
    }

    /** Whether the task found its result instead of doing the work. */
    boolean isReused(String taskId) throws SQLException {
        return !sql.ask("select 1 from step_attempt where task_id = ? and status = 'REUSED'", taskId)
                .rows()
                .isEmpty();
    }

    /** The newest row about training, unless it is older than a minute. */
    Optional<RoundProgress> progress() throws SQLException {
        List<List<String>> rows = sql.ask("""
                        select round, step, steps, loss, images_per_second, seconds_left
                        from progress
                        where run_id = ? and at > now() - interval '1 minute'
                        order by at desc limit 1""", runId).rows();
        return rows.stream().findFirst().map(RunTables::progress);
    }

    private static RoundProgress progress(List<String> row) {
        return new RoundProgress(
                Integer.parseInt(row.get(0)),
                Integer.parseInt(row.get(1)),
                Integer.parseInt(row.get(2)),
                Double.parseDouble(row.get(3)),
                Double.parseDouble(row.get(4)),
                Double.parseDouble(row.get(5)));
    }

    /** Every checkpoint of the run. */
    Table checkpoints() throws SQLException {
        return sql.ask("""
                select round, learning_rate, loss, validation_loss, accuracy, accuracy_5nn, macro_f1, test_accuracy, seconds
                from round left join checkpoint using (run_id, round) where run_id = ? order by round""", runId);
    }
}
