package dev.plankton.db;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.ids.WorkflowId;
import dev.plankton.db.rows.CleanupItem;
import dev.plankton.db.rows.KeptChange;
import java.io.IOException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** {@link Retention} over JDBI. */
final class SqlRetention implements Retention {
    private final Transactions database;

    SqlRetention(Transactions database) {
        this.database = database;
    }

    @Override
    public List<RunId> unknownRuns(List<RunId> runIds) throws IOException {
        String sql = "select id from unnest(:ids) ids(id) where not exists (select from run where run_id = id)";
        return database.read(handle -> missing(handle, texts(runIds), sql)).stream()
                .map(RunId::new)
                .toList();
    }

    @Override
    public List<ArtifactId> unknownArtifacts(List<ArtifactId> ids) throws IOException {
        String sql =
                "select id from unnest(:ids) ids(id) where not exists (select from artifact where artifact_id = id)";
        return database.read(handle -> missing(handle, texts(ids), sql)).stream()
                .map(ArtifactId::new)
                .toList();
    }

    private static List<String> texts(List<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }

    private static List<String> missing(Handle handle, List<String> ids, String sql) {
        return handle.createQuery(sql)
                .bindArray("ids", String.class, ids)
                .mapTo(String.class)
                .list();
    }

    @Override
    public List<CleanupItem> plan(KeptChange change, List<CleanupItem> stored, int conductorDays, boolean commit)
            throws IOException {
        return database.work(handle -> {
            RetentionSql.change(handle, change);
            List<CleanupItem> items = RetentionSql.deletable(handle, stored, conductorDays);
            if (!commit) {
                handle.rollback();
            }
            return items;
        });
    }

    @Override
    public List<CleanupItem> delete(RunId run, List<CleanupItem> items, Deleter deleter) throws IOException {
        return database.<List<CleanupItem>, IOException>work(handle -> {
            CleanupLock.own(handle);
            List<CleanupItem> still = RetentionSql.still(handle, items);
            for (CleanupItem item : still) {
                deleter.delete(item);
            }
            RetentionSql.deleted(handle, still);
            RetentionSql.note(handle, run, still, true);
            return still;
        });
    }

    @Override
    public void listed(RunId run, List<CleanupItem> items) throws IOException {
        database.work(handle -> {
            RetentionSql.note(handle, run, items, false);
            return items;
        });
    }

    @Override
    public List<WorkflowId> workflows(RunId run) throws IOException {
        return database.work(
                handle -> handle.createQuery("select :run union select workflow_id from step where run_id = :run")
                        .bind("run", run)
                        .map((row, context) -> new WorkflowId(row.getString(1)))
                        .list());
    }
}
