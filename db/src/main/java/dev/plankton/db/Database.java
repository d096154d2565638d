package dev.plankton.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** The database of the run history: a pool of connections, open until closed. */
public final class Database implements AutoCloseable {
    /** The schema of every table and view; Conductor has its own. */
    public static final String SCHEMA = "plankton";

    private static final long CONNECTION_TIMEOUT_MILLIS = 10_000;

    private final HikariDataSource connections;
    private final RunHistory history;

    private Database(HikariDataSource connections, DatabaseWatch watch) {
        this.connections = connections;
        this.history = SqlRunHistory.on(Jdbi.create(connections), watch);
    }

    /** Connects when it is first used, so that a worker can start while the database is unavailable. */
    public static Database open(DatabaseConfig config) {
        return open(config, DatabaseWatch.none());
    }

    /** The same; the watch is told of every call. */
    public static Database open(DatabaseConfig config, DatabaseWatch watch) {
        return new Database(whenNeeded(config), watch);
    }

    /**
     * Brings the schema up to date.
     *
     * @return how many migrations that took
     * @throws org.flywaydb.core.api.FlywayException if the database cannot be reached or a migration fails
     */
    public static int migrate(DatabaseConfig config) {
        try (HikariDataSource connections = atOnce(config)) {
            return Flyway.configure()
                    .dataSource(connections)
                    .locations("classpath:db/plankton")
                    .schemas(SCHEMA)
                    .defaultSchema(SCHEMA)
                    .load()
                    .migrate()
                    .migrationsExecuted;
        }
    }

    /** For a process that lives long: connects when it is first used, and notices when the network is cut. */
    static HikariDataSource whenNeeded(DatabaseConfig config) {
        HikariConfig hikari = hikari(config, -1);
        LostPeers.notice(hikari);
        return new HikariDataSource(hikari);
    }

    /** For one piece of work, however long it takes: connects at once, or fails. */
    static HikariDataSource atOnce(DatabaseConfig config) {
        return new HikariDataSource(hikari(config, 1));
    }

    private static HikariConfig hikari(DatabaseConfig config, long failAfterMillis) {
        HikariConfig hikari = new HikariConfig();
        hikari.setJdbcUrl(config.url());
        hikari.setUsername(config.user());
        hikari.setPassword(config.password());
        hikari.setMaximumPoolSize(config.connections());
        hikari.setMinimumIdle(0);
        hikari.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        hikari.setInitializationFailTimeout(failAfterMillis);
        hikari.setSchema(SCHEMA);
        hikari.setPoolName("run-history");
        return hikari;
    }

    public RunHistory history() {
        return history;
    }

    /** The connections that are open now. */
    public PoolState pool() {
        return PoolState.of(connections);
    }

    @Override
    public void close() {
        connections.close();
    }
}
