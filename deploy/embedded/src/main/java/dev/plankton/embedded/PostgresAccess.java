package dev.plankton.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Gives a new server its user, its database and its passwords, and lets nobody in without one from then on. */
final class PostgresAccess {
    private static final String RULES = """
            # Only from this machine, and only with a password.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final DataSource administrator;
    private final Path data;

    PostgresAccess(DataSource administrator, Path data) {
        this.administrator = administrator;
        this.data = data;
    }

    /** Does what is missing, also when an earlier start was interrupted; the passwords are hexadecimal. */
    void prepare(String administratorPassword, String name, String password) throws IOException {
        try (Connection connection = administrator.getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
                statement.execute("CREATE ROLE %s LOGIN".formatted(name));
            }
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                statement.execute("CREATE DATABASE %s OWNER %s".formatted(name, name));
            }
            statement.execute("ALTER ROLE %s PASSWORD '%s'".formatted(name, password));
            statement.execute("ALTER ROLE postgres PASSWORD '%s'".formatted(administratorPassword));
            PrivateFiles.write(data, "pg_hba.conf", RULES);
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("PostgreSQL cannot be prepared: " + e.getMessage(), e);
        }
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
