package dev.plankton.db;

import dev.plankton.db.rows.CleanupItem;
import dev.plankton.db.rows.KeptChange;
import java.io.IOException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** {@link Retention} over JDBI. */
final class SqlRetention implements Retention {
    private final Jdbi jdbi;

    SqlRetention(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<String> unknownRuns(List<String> runIds) throws IOException {
        return inTransaction(handle -> missing(
                handle,
                runIds,
                "select id from unnest(:ids) ids(id) where not exists (select from run where run_id = id)"));
    }

    @Override
    public List<String> unknownArtifacts(List<String> sha256) throws IOException {
        return inTransaction(handle -> missing(
                handle,
                sha256,
                "select id from unnest(:ids) ids(id) where not exists (select from artifact where artifact_id = id)"));
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
        return inTransaction(handle -> {
            RetentionSql.change(handle, change);
            List<CleanupItem> items = RetentionSql.deletable(handle, stored, conductorDays);
            if (!commit) {
                handle.rollback();
            }
            return items;
        });
    }

    @Override
    public List<CleanupItem> delete(String run, List<CleanupItem> items, Deleter deleter) throws IOException {
        return this.<List<CleanupItem>, IOException>inTransaction(handle -> {
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
    public void listed(String run, List<CleanupItem> items) throws IOException {
        inTransaction(handle -> {
            RetentionSql.note(handle, run, items, false);
            return items;
        });
    }

    @Override
    public List<String> workflows(String run) throws IOException {
        return inTransaction(
                handle -> handle.createQuery("select :run union select workflow_id from step where run_id = :run")
                        .bind("run", run)
                        .mapTo(String.class)
                        .list());
    }

    private <T, X extends Exception> T inTransaction(HandleCallback<T, X> work) throws IOException, X {
        try {
            return jdbi.inTransaction(work);
        } catch (JdbiException e) {
            throw new IOException("the run history cannot say what may be deleted: " + e.getMessage(), e);
        }
    }
}
