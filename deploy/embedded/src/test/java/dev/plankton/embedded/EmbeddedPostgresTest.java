package dev.plankton.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    private Path folder;

    @Test
    void keepsItsDataSafelyAndLetsNobodyInWithoutThePassword() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, 0)) {
            try (Connection connection = connect(postgres, postgres.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("create table kept (word text)");
                statement.execute("insert into kept values ('copepod')");
            }
            assertThatThrownBy(() -> connect(postgres, "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, 0)) {
            assertThat(ask(postgres, "select word from kept")).isEqualTo("copepod");
            try (Connection reader = DriverManager.getConnection(
                            postgres.jdbcUrl(), EmbeddedPostgres.READER, postgres.readerPassword());
                    Statement statement = reader.createStatement()) {
                assertThatThrownBy(() -> statement.execute("select word from kept"))
                        .hasMessageContaining("permission denied");
                assertThatThrownBy(() -> statement.execute("select lo_from_bytea(0, 'x')"))
                        .hasMessageContaining("permission denied");
                for (String limit : List.of("statement_timeout", "idle_in_transaction_session_timeout")) {
                    assertThat(first(statement, "show " + limit)).isEqualTo("10min");
                }
            }
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void letsNobodyInWithoutAPasswordDuringItsFirstStart() throws Exception {
        int port = Loopback.port("PostgreSQL", 0);
        ConcurrentHashMap<String, Integer> answers = new ConcurrentHashMap<>();
        Thread intruder = Thread.ofPlatform().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                answers.merge(knock(port), 1, Integer::sum);
            }
        });
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, port)) {
            assertThat(ask(postgres, "select 'up'")).isEqualTo("up");
            answers.merge(knock(port), 1, Integer::sum);
        } finally {
            intruder.interrupt();
            intruder.join();
        }
        assertThat(answers).containsKey("asks for a password").doesNotContainKey("lets in");
        assertThat(folder.resolve("data/pg_hba.conf")).content().doesNotContain("trust");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("secrets/postgres-password"))))
                .isEqualTo("rw-------");
    }

    /** What the administrator's login answers without a password. */
    private static String knock(int port) {
        Properties login = new Properties();
        login.setProperty("user", "postgres");
        String url = "jdbc:postgresql://%s:%d/postgres".formatted(Loopback.ADDRESS, port);
        try (Connection connection = DriverManager.getConnection(url, login)) {
            return connection.isClosed() ? "closes" : "lets in";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage()).contains("no password was provided")
                    ? "asks for a password"
                    : "is not there";
        }
    }

    @Test
    void stopsTheServerOfAKilledPredecessor() throws Exception {
        StackProcess.Started jvm = StackProcess.start(folder, "postgres");
        jvm.process().destroyForcibly().waitFor();

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0)) {
            assertThat(ask(postgres, "select 'up'")).isEqualTo("up");
        }
    }

    private static Connection connect(EmbeddedPostgres postgres, String password) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), password);
    }

    private static String ask(EmbeddedPostgres postgres, String query) throws SQLException {
        try (Connection connection = connect(postgres, postgres.password());
                Statement statement = connection.createStatement()) {
            return first(statement, query);
        }
    }

    private static String first(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
