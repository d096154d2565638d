package dev.plankton.db;

import dev.plankton.db.rows.ClassifierRow;
import dev.plankton.db.rows.ClassifierRow.ClassScore;
import dev.plankton.db.rows.ClassifierRow.Misclassified;
import dev.plankton.db.rows.ClassifierRow.Unseen;
import dev.plankton.db.rows.ConfusionCell;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Rows of the tables {@code classifier}, {@code classifier_class}, {@code classifier_confusion_cell}, {@code
 * misclassified_image} and {@code classifier_unseen}.
 */
final class ClassifierSql {
    private ClassifierSql() {}

    /** Replaces what is there for this run. */
    static void trained(Handle handle, ClassifierRow classifier) {
        handle.createUpdate("delete from classifier where run_id = :runId")
                .bindMethods(classifier)
                .execute();
        handle.createUpdate("""
                        insert into classifier (run_id, classifier_id, round, best_epoch, validation_accuracy,
                                                test_accuracy, test_accuracy_low, test_accuracy_high, macro_f1)
                        values (:runId, :classifier, :round, :bestEpoch, :validationAccuracy, :testAccuracy,
                                :testAccuracyInterval.low, :testAccuracyInterval.high, :macroF1)
                        """).bindMethods(classifier).execute();
        classes(handle, classifier);
        confusion(handle, classifier);
        misclassified(handle, classifier);
        unseen(handle, classifier);
    }

    private static void unseen(Handle handle, ClassifierRow classifier) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into classifier_unseen (run_id, score, validation_auroc, test_auroc, found_at_1, found_at_5,
                                               found_at_10, chosen)
                values (:runId, :score, :validationAuroc, :testAuroc, :foundAt1, :foundAt5, :foundAt10, :chosen)
                """);
        for (Unseen score : classifier.unseen()) {
            batch.bind("runId", classifier.runId()).bindMethods(score).add();
        }
        Batches.execute(batch);
    }

    private static void classes(Handle handle, ClassifierRow classifier) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into classifier_class (run_id, class, images, precision, recall, f1)
                values (:runId, :name, :images, :precision, :recall, :f1)
                """);
        for (ClassScore score : classifier.perClass()) {
            batch.bind("runId", classifier.runId()).bindMethods(score).add();
        }
        Batches.execute(batch);
    }

    private static void confusion(Handle handle, ClassifierRow classifier) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into classifier_confusion_cell (run_id, true_class, predicted_class, images)
                values (:runId, :trueClass, :predictedClass, :images)
                """);
        for (ConfusionCell cell : classifier.confusion()) {
            batch.bind("runId", classifier.runId()).bindMethods(cell).add();
        }
        Batches.execute(batch);
    }

    private static void misclassified(Handle handle, ClassifierRow classifier) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into misclassified_image (run_id, image, source, true_class, predicted_class, probability,
                                                 probability_of_true)
                values (:runId, :image, :source, :trueClass, :predictedClass, :probability, :probabilityOfTrue)
                """);
        for (Misclassified image : classifier.misclassified()) {
            batch.bind("runId", classifier.runId()).bindMethods(image).add();
        }
        Batches.execute(batch);
    }
}
