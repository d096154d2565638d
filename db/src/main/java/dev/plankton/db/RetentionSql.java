package dev.plankton.db;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.db.rows.CleanupItem;
import dev.plankton.db.rows.CleanupItem.Kind;
import dev.plankton.db.rows.KeptChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What is no longer needed; see {@code history.deletable_artifact} for artifacts. */
final class RetentionSql {
    private static final String KEYS = "keys";

    private RetentionSql() {}

    static void change(Handle handle, KeptChange change) {
        keep(handle, change.drop(), false);
        keep(handle, change.keep(), true);
        if (change.dropAfterDays() > 0) {
            handle.createUpdate("""
                            update run set kept = false
                            where kept and status <> 'RUNNING' and ended_at < now() - :days * interval '1 day'
                              and not run_id = any (:keep)
                              and not exists (select from history.run_model m join history.model_alias a using (model_id)
                                              where m.run_id = run.run_id)
                            """)
                    .bind("days", change.dropAfterDays())
                    .bindArray("keep", String.class, texts(change.keep()))
                    .execute();
        }
    }

    private static void keep(Handle handle, List<RunId> runs, boolean kept) {
        handle.createUpdate("update run set kept = :kept where run_id = any (:runs)")
                .bind("kept", kept)
                .bindArray("runs", String.class, texts(runs))
                .execute();
    }

    private static List<String> texts(List<RunId> runs) {
        return runs.stream().map(RunId::value).toList();
    }

    static List<CleanupItem> deletable(Handle handle, List<CleanupItem> stored, int conductorDays) {
        List<CleanupItem> items = new ArrayList<>();
        items.addAll(only(stored, Kind.SNAPSHOT, snapshots(handle, stored)));
        items.addAll(only(stored, Kind.REPORT, reports(handle, stored)));
        items.addAll(only(stored, Kind.RESULT, results(handle, stored)));
        items.addAll(handle.createQuery("select artifact_id, bytes from history.deletable_artifact order by 1")
                .map((row, context) -> new CleanupItem(
                        Kind.ARTIFACT, StoreKeys.ARTIFACTS + row.getString("artifact_id"), row.getLong("bytes")))
                .list());
        if (conductorDays > 0) {
            items.addAll(conductor(handle, conductorDays));
        }
        return items;
    }

    /** Those of the items that may still be deleted. */
    static List<CleanupItem> still(Handle handle, List<CleanupItem> items) {
        List<CleanupItem> still = new ArrayList<>();
        still.addAll(only(items, Kind.SNAPSHOT, snapshots(handle, items)));
        still.addAll(only(items, Kind.REPORT, reports(handle, items)));
        still.addAll(only(items, Kind.RESULT, results(handle, items)));
        still.addAll(only(items, Kind.ARTIFACT, artifacts(handle, items)));
        still.addAll(only(items, Kind.CONDUCTOR, ended(handle, items)));
        return still;
    }

    private static List<CleanupItem> only(List<CleanupItem> items, Kind kind, Set<String> keys) {
        return items.stream()
                .filter(item -> item.kind() == kind && keys.contains(item.key()))
                .toList();
    }

    /** Snapshots whose round is finished, or from which no kept or running run may continue. */
    private static Set<String> snapshots(Handle handle, List<CleanupItem> items) {
        return among(handle, items, Kind.SNAPSHOT, """
                select k.key
                from unnest(:keys) k(key)
                         join step s on 'snapshots/' || s.step_key = k.key
                         join run r using (run_id)
                group by k.key
                having not bool_or(s.status = 'RUNNING' and r.status = 'RUNNING')
                   and (bool_or(s.status = 'COMPLETED') or not bool_or(r.kept or r.status = 'RUNNING'))
                """);
    }

    /**
     * Files of reports, and of pages on classified images, that belong to no kept or running run. The folder of a
     * report or a page is named by the first digits of its step's key.
     */
    private static Set<String> reports(Handle handle, List<CleanupItem> items) {
        return among(handle, items, Kind.REPORT, """
                with stored as materialized (select key,
                                                    split_part(key, '/', 2) as folder,
                                                    case split_part(key, '/', 1)
                                                        when 'reports' then 'plankton_report'
                                                        when 'predictions' then 'plankton_prediction_report'
                                                    end as task_type
                                             from unnest(:keys) k(key)),
                     free as materialized (
                         select f.folder, f.task_type
                         from (select distinct folder, task_type from stored) f
                                  join step s on s.task_type = f.task_type and starts_with(s.step_key, f.folder)
                                  join run r using (run_id)
                         group by f.folder, f.task_type
                         having not bool_or(r.kept or r.status = 'RUNNING'))
                select key from stored join free using (folder, task_type)
                """);
    }

    /**
     * Results, of steps or of parts of steps, that belong to no kept or running run. Some of a result's artifacts may
     * stay, because a kept run made the same ones; without the others it is of no use.
     */
    private static Set<String> results(Handle handle, List<CleanupItem> items) {
        return among(handle, items, Kind.RESULT, """
                select k.key
                from unnest(:keys) k(key)
                         cross join lateral (select split_part(k.key, '/', 2)                           as task_type,
                                                    replace(split_part(k.key, '/', 3), '.json', '') as step_key) named
                         cross join lateral (select named.step_key
                                             union all
                                             select p.step_key
                                             from step_part p
                                             where p.task_type = named.task_type and p.part = named.step_key) used
                         join step s on s.task_type = named.task_type and s.step_key = used.step_key
                         join run r using (run_id)
                group by k.key
                having not bool_or(r.kept or r.status = 'RUNNING')
                """);
    }

    private static Set<String> artifacts(Handle handle, List<CleanupItem> items) {
        return among(
                handle,
                items,
                Kind.ARTIFACT,
                "select 'artifacts/' || artifact_id as key from history.deletable_artifact where 'artifacts/' || artifact_id = any (:keys)");
    }

    private static Set<String> ended(Handle handle, List<CleanupItem> items) {
        return among(
                handle,
                items,
                Kind.CONDUCTOR,
                "select run_id as key from run where status <> 'RUNNING' and run_id = any (:keys)");
    }

    private static Set<String> among(Handle handle, List<CleanupItem> items, Kind kind, String sql) {
        List<String> keys = items.stream()
                .filter(item -> item.kind() == kind)
                .map(CleanupItem::key)
                .toList();
        return keys.isEmpty()
                ? Set.of()
                : handle.createQuery(sql).bindArray(KEYS, String.class, keys).mapTo(String.class).stream()
                        .collect(Collectors.toSet());
    }

    private static List<CleanupItem> conductor(Handle handle, int days) {
        return handle.createQuery("""
                        select run_id from run
                        where status <> 'RUNNING' and ended_at < now() - :days * interval '1 day'
                          and not exists (select from cleanup_item c
                                          where c.kind = 'CONDUCTOR' and c.deleted and c.key = run.run_id)
                        order by 1
                        """)
                .bind("days", days)
                .map((row, context) -> new CleanupItem(Kind.CONDUCTOR, row.getString(1), 0))
                .list();
    }

    static void deleted(Handle handle, List<CleanupItem> items) {
        handle.createUpdate(
                        "update artifact set deleted_at = now() where artifact_id = any (:ids) and deleted_at is null")
                .bindArray(
                        "ids",
                        String.class,
                        items.stream()
                                .filter(item -> item.kind() == Kind.ARTIFACT)
                                .map(item -> item.key().substring(StoreKeys.ARTIFACTS.length()))
                                .toList())
                .execute();
    }

    static void note(Handle handle, RunId run, List<CleanupItem> items, boolean deleted) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into cleanup_item (run_id, kind, key, bytes, deleted) values (:run, :kind, :key, :bytes, :deleted)
                on conflict (run_id, kind, key) do update set deleted = excluded.deleted
                """);
        items.forEach(item -> batch.bind("run", run)
                .bind("deleted", deleted)
                .bindMethods(item)
                .add());
        Batches.execute(batch);
    }
}
