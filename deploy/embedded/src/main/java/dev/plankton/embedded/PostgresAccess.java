package dev.plankton.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Who may log in to a server: its rules, and the users, passwords and database of a new one. */
final class PostgresAccess {
    private static final String RULES = """
            # Only from this machine, and only with a password.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    /** Everybody may store large objects in a new database. */
    private static final String NO_LARGE_OBJECTS = """
            DO $$
            DECLARE routine regprocedure;
            BEGIN
                FOR routine IN SELECT oid::regprocedure FROM pg_proc
                               WHERE pronamespace = 'pg_catalog'::regnamespace
                                 AND (proname LIKE 'lo\\_%' OR proname IN ('loread', 'lowrite'))
                LOOP
                    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', routine);
                END LOOP;
            END $$
            """;

    private static final String ANALYST = "analyst";
    private static final String LONGEST_QUERY = "10min";

    private final DataSource administrator;
    private final DataSource ownDatabase;

    /**
     * @param administrator a database that is always there, as its administrator
     * @param ownDatabase the owner's database, as administrator; it need not be there yet
     */
    PostgresAccess(DataSource administrator, DataSource ownDatabase) {
        this.administrator = administrator;
        this.ownDatabase = ownDatabase;
    }

    /** Writes the rules into a data folder. The server must not run: it reads them when it starts. */
    static void writeRules(Path data) throws IOException {
        PrivateFiles.write(data, "pg_hba.conf", RULES);
    }

    /** A user and its password, which is hexadecimal. */
    record Login(String user, String password) {}

    /**
     * Creates what is missing, also if an earlier start was interrupted.
     *
     * @param owner of the database, which has the same name
     * @param reader becomes a member of the role {@code analyst}, which gets its rights from the owner
     */
    void prepare(Login owner, Login reader) throws IOException {
        try (Connection connection = administrator.getConnection();
                Statement statement = connection.createStatement()) {
            createRole(connection, owner.user(), "LOGIN");
            createRole(connection, ANALYST, "NOLOGIN");
            createRole(connection, reader.user(), "LOGIN IN ROLE " + ANALYST);
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", owner.user())) {
                statement.execute("CREATE DATABASE %s OWNER %s".formatted(owner.user(), owner.user()));
            }
            setPassword(statement, owner);
            setPassword(statement, reader);
            limitQueries(statement, reader);
            withoutLargeObjects();
        } catch (SQLException e) {
            throw new IOException("PostgreSQL cannot be prepared: " + e.getMessage(), e);
        }
    }

    private static void createRole(Connection connection, String name, String options) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE ROLE %s %s".formatted(name, options));
            }
        }
    }

    /** So that a query that was forgotten does not work, or hold up a migration, for ever. */
    private static void limitQueries(Statement statement, Login login) throws SQLException {
        for (String limit : new String[] {"statement_timeout", "idle_in_transaction_session_timeout"}) {
            statement.execute("ALTER ROLE %s SET %s = '%s'".formatted(login.user(), limit, LONGEST_QUERY));
        }
    }

    private void withoutLargeObjects() throws SQLException {
        try (Connection connection = ownDatabase.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(NO_LARGE_OBJECTS);
        }
    }

    private static void setPassword(Statement statement, Login login) throws SQLException {
        statement.execute("ALTER ROLE %s PASSWORD '%s'".formatted(login.user(), login.password()));
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }
}
