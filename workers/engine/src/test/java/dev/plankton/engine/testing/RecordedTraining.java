package dev.plankton.engine.testing;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.db.TrainingLog;
import dev.plankton.db.rows.ClassifierRow;
import dev.plankton.db.rows.DatasetRow;
import dev.plankton.db.rows.DeviceRow;
import dev.plankton.db.rows.EvaluationRow;
import dev.plankton.db.rows.LabelCheckRow;
import dev.plankton.db.rows.ProgressRow;
import dev.plankton.db.rows.RoundRow;

/** Datasets, rounds, evaluations, classifiers and checks of labels. */
record RecordedTraining(RecordedHistory history) implements TrainingLog {

    @Override
    public void dataset(RunId run, DatasetRow dataset) {
        history.holds(dataset);
    }

    @Override
    public void progress(ProgressRow progress) {
        history.holds(progress);
    }

    @Override
    public void round(RoundRow round) {
        history.holds(round);
    }

    @Override
    public void device(DeviceRow device) {
        history.holds(device);
    }

    @Override
    public void evaluation(EvaluationRow evaluation) {
        history.holds(evaluation);
    }

    @Override
    public void classifier(ClassifierRow classifier) {
        history.holds(classifier);
    }

    @Override
    public void labelCheck(LabelCheckRow check) {
        history.holds(check);
    }
}
