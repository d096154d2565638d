package dev.plankton.db;

import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.db.rows.ConfusionCell;
import dev.plankton.db.rows.EvaluationRow;
import dev.plankton.db.rows.EvaluationRow.ClassMeasures;
import dev.plankton.db.rows.EvaluationRow.SplitMeasures;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows of the tables {@code evaluation}, {@code evaluation_measure}, {@code class_metric} and {@code confusion_cell}. */
final class EvaluationSql {
    private EvaluationSql() {}

    /** Replaces what is there for this run and round. */
    static void evaluated(Handle handle, EvaluationRow evaluation) {
        handle.createUpdate("delete from evaluation where run_id = :runId and round = :round")
                .bindMethods(evaluation)
                .execute();
        handle.createUpdate("""
                        insert into evaluation (run_id, round, evaluation_id, checkpoint_id,
                                                mean_pairwise_distance, embedding_variance)
                        values (:runId, :round, :evaluation, :checkpoint, :meanPairwiseDistance, :embeddingVariance)
                        """).bindMethods(evaluation).execute();
        measures(handle, evaluation, "VALIDATION", evaluation.validation());
        measures(handle, evaluation, "TEST", evaluation.test());
        classes(handle, evaluation);
        confusion(handle, evaluation);
        evaluation
                .unseen()
                .ifPresent(unseen -> UnseenSql.measured(handle, evaluation.runId(), evaluation.round(), unseen));
    }

    private static void measures(Handle handle, EvaluationRow evaluation, String split, SplitMeasures measures) {
        handle.createUpdate("""
                        insert into evaluation_measure (run_id, round, split, images, accuracy_self, accuracy,
                                                        accuracy_5nn, precision_at_1, r_precision,
                                                        mean_average_precision_at_r, macro_f1, balanced_accuracy,
                                                        silhouette, sampled, accuracy_low, accuracy_high)
                        values (:runId, :round, :split, :images, :accuracySelf, :accuracy, :accuracy5nn, :precisionAt1,
                                :rPrecision, :meanAveragePrecisionAtR, :macroF1, :balancedAccuracy, :silhouette, :sampled,
                                :low, :high)
                        """)
                .bind("runId", evaluation.runId())
                .bind("round", evaluation.round())
                .bind("split", split)
                .bind("low", measures.accuracyInterval().map(Evaluation.Interval::low))
                .bind("high", measures.accuracyInterval().map(Evaluation.Interval::high))
                .bindMethods(measures)
                .execute();
    }

    private static void classes(Handle handle, EvaluationRow evaluation) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into class_metric (run_id, round, class, images, mean_radius, max_radius, centroid_moved,
                                          precision, recall, f1)
                values (:runId, :round, :name, :images, :meanRadius, :maxRadius, :centroidMoved,
                        :precision, :recall, :f1)
                """);
        for (ClassMeasures measures : evaluation.perClass()) {
            batch.bind("runId", evaluation.runId())
                    .bind("round", evaluation.round())
                    .bindMethods(measures)
                    .add();
        }
        Batches.execute(batch);
    }

    private static void confusion(Handle handle, EvaluationRow evaluation) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into confusion_cell (run_id, round, true_class, predicted_class, images)
                values (:runId, :round, :trueClass, :predictedClass, :images)
                """);
        for (ConfusionCell cell : evaluation.confusion()) {
            batch.bind("runId", evaluation.runId())
                    .bind("round", evaluation.round())
                    .bindMethods(cell)
                    .add();
        }
        Batches.execute(batch);
    }
}
