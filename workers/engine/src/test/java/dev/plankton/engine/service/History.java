package dev.plankton.engine.service;

import dev.plankton.db.DatabaseConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Queries the run history as a user would. */
record History(DatabaseConfig database) {

    /** Status and reason of a run. */
    String run(String runId) throws SQLException {
        return String.join("\n", rows("select status || ': ' || reason from plankton.run where run_id = ?", runId));
    }

    /** Status and reason of a run's steps, in the order in which they began. */
    List<String> steps(String runId) throws SQLException {
        return rows("""
                select task_type || ' ' || status || case reason when '' then '' else ': ' || reason end
                from plankton.step where run_id = ? order by started_at, task_id""", runId);
    }

    List<String> keys(String runId) throws SQLException {
        return rows("select step_key from plankton.step where run_id = ? order by started_at, task_id", runId);
    }

    /** The artifacts that a run's steps have published or found. */
    List<String> artifacts(String runId) throws SQLException {
        return rows(
                "select artifact_id from plankton.step join plankton.step_artifact using (task_type, step_key) where run_id = ?",
                runId);
    }

    /** What an artifact was made of, as far as a run's steps say. */
    List<String> inputs(String runId, String artifact) throws SQLException {
        return rows(
                "select input_id from plankton.step join plankton.artifact_input using (task_type, step_key) where run_id || artifact_id = ?",
                runId + artifact);
    }

    private List<String> rows(String query, String parameter) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
            return rows;
        }
    }
}
