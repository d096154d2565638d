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

/** {@link TrainingLog} in PostgreSQL; each method is one transaction. */
final class SqlTrainingLog implements TrainingLog {
    private final Transactions database;

    SqlTrainingLog(Transactions database) {
        this.database = database;
    }

    @Override
    public void dataset(RunId run, DatasetRow dataset) throws IOException {
        database.write(handle -> DatasetSql.used(handle, run, dataset));
    }

    @Override
    public void progress(ProgressRow progress) throws IOException {
        database.write(handle -> TrainingSql.progress(handle, progress));
    }

    @Override
    public void round(RoundRow round) throws IOException {
        database.write(handle -> TrainingSql.round(handle, round));
    }

    @Override
    public void device(DeviceRow device) throws IOException {
        database.write(handle -> TrainingSql.device(handle, device));
    }

    @Override
    public void evaluation(EvaluationRow evaluation) throws IOException {
        database.write(handle -> EvaluationSql.evaluated(handle, evaluation));
    }

    @Override
    public void classifier(ClassifierRow classifier) throws IOException {
        database.write(handle -> ClassifierSql.trained(handle, classifier));
    }

    @Override
    public void labelCheck(LabelCheckRow check) throws IOException {
        database.write(handle -> LabelCheckSql.checked(handle, check));
    }
}
