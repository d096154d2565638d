package dev.plankton.db;

import com.zaxxer.hikari.HikariDataSource;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.db.rows.ListedRun;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The runs, for a reader who may only read the schema {@code history}; a pool of connections, open until closed. */
public final class RunList implements AutoCloseable {
    private final HikariDataSource connections;
    private final Transactions database;

    private RunList(HikariDataSource connections, DatabaseWatch watch) {
        this.connections = connections;
        this.database = new Transactions(IdColumns.register(Jdbi.create(connections)), watch);
    }

    /** Connects when it is first used. */
    public static RunList open(DatabaseConfig reader) {
        return open(reader, DatabaseWatch.none());
    }

    /** The same; the watch is told of every call. */
    public static RunList open(DatabaseConfig reader, DatabaseWatch watch) {
        return new RunList(Database.whenNeeded(reader), watch);
    }

    /** The connections that are open now. */
    public PoolState pool() {
        return PoolState.of(connections);
    }

    /** The latest runs, the last first. */
    public List<ListedRun> latest(int most) throws IOException {
        return database.read(handle -> handle.createQuery("""
                        select r.run_id, r.workflow, r.status, r.reason, r.started_at, r.report,
                               s.dataset, s.accuracy, s.test_accuracy, s.classifier_accuracy
                        from (select * from history.run order by started_at desc, run_id limit :most) r
                                 join history.run_summary s on s.run_id = r.run_id
                        order by r.started_at desc, r.run_id
                        """)
                .bind("most", most)
                .map(ConstructorMapper.of(ListedRun.class))
                .list());
    }

    /** The key of the run's report page in the store; empty if there is no such run or report. */
    public Optional<String> report(RunId run) throws IOException {
        return database.read(handle -> handle.createQuery("select report from history.run where run_id = :run")
                .bind("run", run)
                .mapTo(String.class)
                .findOne());
    }

    /** The same of the latest run that has a report. */
    public Optional<String> latestReport() throws IOException {
        return database.read(handle -> handle.createQuery(
                        "select report from history.run where report is not null order by started_at desc, run_id limit 1")
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public void close() {
        connections.close();
    }
}
