package dev.plankton.db;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.db.rows.ClassifierRow;
import dev.plankton.db.rows.DatasetRow;
import dev.plankton.db.rows.DeviceRow;
import dev.plankton.db.rows.EvaluationRow;
import dev.plankton.db.rows.LabelCheckRow;
import dev.plankton.db.rows.ProgressRow;
import dev.plankton.db.rows.RoundRow;
import java.io.IOException;

/** Datasets, rounds, evaluations, classifiers and checks of labels; see {@link RunHistory}. */
public interface TrainingLog {

    /** Records the dataset, and that this run uses it. */
    void dataset(RunId run, DatasetRow dataset) throws IOException;

    void progress(ProgressRow progress) throws IOException;

    void round(RoundRow round) throws IOException;

    /** Records the device that a round was trained on. The round itself must be recorded first. */
    void device(DeviceRow device) throws IOException;

    void evaluation(EvaluationRow evaluation) throws IOException;

    void classifier(ClassifierRow classifier) throws IOException;

    void labelCheck(LabelCheckRow check) throws IOException;
}
