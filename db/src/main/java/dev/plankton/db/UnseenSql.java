package dev.plankton.db;

import dev.plankton.contracts.formats.UnseenMeasures;
import dev.plankton.contracts.formats.UnseenMeasures.Detection;
import dev.plankton.contracts.formats.UnseenMeasures.FewExamples;
import dev.plankton.contracts.ids.RunId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows of the tables {@code unseen_measure}, {@code unseen_few_examples} and {@code unseen_detection}. */
final class UnseenSql {
    private UnseenSql() {}

    /** The rows of an evaluation that has just been replaced, and theirs with it. */
    static void measured(Handle handle, RunId runId, int round, UnseenMeasures unseen) {
        handle.createUpdate("""
                        insert into unseen_measure (run_id, round, classes, images, precision_at_1, r_precision,
                                                    mean_average_precision_at_r, silhouette)
                        values (:runId, :round, :count, :images, :precisionAt1, :rPrecision,
                                :meanAveragePrecisionAtR, :silhouette)
                        """)
                .bind("runId", runId)
                .bind("round", round)
                .bind("count", unseen.classes().size())
                .bindMethods(unseen)
                .execute();
        PreparedBatch few = handle.prepareBatch("""
                insert into unseen_few_examples (run_id, round, among, examples, classes, queries, nearest,
                                                 nearest_deviation, five_nearest, five_nearest_deviation, centroid,
                                                 centroid_deviation)
                values (:runId, :round, :among, :examples, :classes, :queries, :nearest.mean, :nearest.deviation,
                        :fiveNearest.mean, :fiveNearest.deviation, :centroid.mean, :centroid.deviation)
                """);
        for (FewExamples measured : unseen.fewExamples()) {
            few.bind("runId", runId).bind("round", round).bindMethods(measured).add();
        }
        Batches.execute(few);
        PreparedBatch scores = handle.prepareBatch("""
                insert into unseen_detection (run_id, round, score, auroc, false_alarms)
                values (:runId, :round, :score, :auroc, :falseAlarms)
                """);
        for (Detection measured : unseen.scores()) {
            scores.bind("runId", runId)
                    .bind("round", round)
                    .bindMethods(measured)
                    .add();
        }
        Batches.execute(scores);
    }
}
