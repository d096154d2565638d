package dev.plankton.db;

import dev.plankton.db.rows.AliasMove;
import dev.plankton.db.rows.ClassificationRow;
import dev.plankton.db.rows.ClassificationRow.ClassCount;
import dev.plankton.db.rows.FoundModel;
import dev.plankton.db.rows.ModelRow;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatements;

/** Rows of the tables {@code model}, {@code run_model}, {@code model_alias_move} and {@code classification}. */
final class ModelSql {
    private static final String CHAMPION = "champion";

    private ModelSql() {}

    /** A model's id is a digest of everything in its row, so it is written only once. */
    static void made(Handle handle, ModelRow model) {
        handle.createUpdate("""
                        insert into model (model_id, training_id, dataset_id, checkpoint_id, classifier_id, round,
                                           validation_accuracy, test_accuracy)
                        values (:modelId, :trainingId, :datasetId, :checkpointId, :classifierId, :round,
                                :validationAccuracy, :testAccuracy)
                        on conflict do nothing
                        """).bindMethods(model).execute();
        handle.createUpdate("""
                        insert into run_model (run_id, model_id) values (:runId, :modelId)
                        on conflict (run_id) do update set model_id = excluded.model_id
                        """).bindMethods(model).execute();
    }

    /** Aliases come before ids, which look different. Among several of one kind, the latest wins. */
    static Optional<FoundModel> find(Handle handle, String name) {
        String sql = name.equals(CHAMPION) ? "select model_id, reason from champion" : """
                select model_id, reason
                from (select model_id, 'the alias, moved because: ' || reason as reason, 1 as kind, moved_at as at
                      from model_alias where alias = :name
                      union all
                      select model_id, 'the model of the run', 2, created_at from run_model join model using (model_id)
                      where run_id = :name
                      union all
                      select model_id, 'the latest model of the training', 3, created_at from model
                      where training_id = :name
                      union all
                      select model_id, 'the model itself', 4, created_at from model where model_id = :name) found
                order by kind, at desc
                limit 1
                """;
        return handle.createQuery(sql)
                .bind("name", name)
                .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                .map(ConstructorMapper.of(FoundModel.class))
                .findOne();
    }

    static void aliasMoved(Handle handle, AliasMove move) {
        handle.createUpdate("""
                        insert into model_alias_move (alias, model_id, reason, run_id)
                        values (:alias, :modelId, :reason, :runId)
                        on conflict do nothing
                        """).bindMethods(move).execute();
    }

    /** Replaces what is there for this run. */
    static void classified(Handle handle, ClassificationRow row) {
        handle.createUpdate("delete from classification where run_id = :runId")
                .bindMethods(row)
                .execute();
        handle.createUpdate("""
                        insert into classification (run_id, model_id, name, images, far, threshold, score)
                        values (:runId, :modelId, :name, :images, :far, :threshold, :score)
                        """).bindMethods(row).execute();
        PreparedBatch batch = handle.prepareBatch("""
                insert into classification_class (run_id, class, images, far, mean_confidence)
                values (:runId, :name, :images, :far, :meanConfidence)
                """);
        for (ClassCount count : row.classes()) {
            batch.bind("runId", row.runId()).bindMethods(count).add();
        }
        Batches.execute(batch);
    }
}
