package dev.plankton.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** A real PostgreSQL server with the migrated schema, for one test class. */
final class TestPostgres implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final DatabaseConfig config;
    private final Database database;
    private final Jdbi jdbi;

    TestPostgres() throws IOException {
        server = EmbeddedPostgres.start();
        config = new DatabaseConfig(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres", 4);
        Database.migrate(config);
        database = Database.open(config);
        jdbi = Jdbi.create(server.getPostgresDatabase());
    }

    DatabaseConfig config() {
        return config;
    }

    RunHistory history() {
        return database.history();
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /** A connection as a user who needs no password here. */
    Jdbi as(String user) {
        return Jdbi.create(server.getJdbcUrl(user, "postgres"), user, "");
    }

    /** All rows of a query, column names in lower case. */
    List<Map<String, Object>> query(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapToMap().list());
    }

    @Override
    public void close() throws IOException {
        database.close();
        server.close();
    }
}
