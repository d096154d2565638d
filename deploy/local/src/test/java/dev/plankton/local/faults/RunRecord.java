package dev.plankton.local.faults;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All results of a run that are in SQL: each row of each view, without what differs from run to run anyway.
 *
 * @param rows by view
 */
record RunRecord(Map<String, List<String>> rows) {
    private static final List<String> VIEWS = List.of(
            "round",
            "checkpoint",
            "metric",
            "class_metric",
            "confusion",
            "classifier",
            "classifier_class",
            "classifier_confusion",
            "misclassified_image",
            "label_check",
            "run_dataset",
            "run_setting",
            "run_model");

    static RunRecord of(FaultySystem system, String run) throws SQLException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String view : VIEWS) {
            rows.put(view, system.query("""
                    select (to_jsonb(v) - array['run_id', 'seconds', 'images_per_second', 'recorded_at'])::text
                    from history.%s v where run_id = '%s' order by 1
                    """.formatted(view, run)));
        }
        // not the report, which mentions the faults
        rows.put("artifact", system.query("""
                select distinct a.kind || ' ' || a.artifact_id
                from history.run_artifact join history.artifact a using (artifact_id)
                where run_id = '%s' and a.task_type <> 'plankton_report' order by 1
                """.formatted(run)));
        return new RunRecord(rows);
    }
}
