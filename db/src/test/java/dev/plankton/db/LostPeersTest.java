package dev.plankton.db;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostPeersTest {
    private TestPostgres postgres;

    @BeforeAll
    void start() throws Exception {
        postgres = new TestPostgres();
    }

    @AfterAll
    void stop() throws Exception {
        postgres.close();
    }

    @Test
    void neitherSideWaitsForEverForTheOther() throws Exception {
        try (HikariDataSource connections = Database.whenNeeded(postgres.config());
                Connection connection = connections.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(120_000);
            assertThat(shown(connection, "tcp_keepalives_idle")).isEqualTo("30");
            assertThat(shown(connection, "tcp_keepalives_interval")).isEqualTo("10");
            assertThat(shown(connection, "tcp_user_timeout")).isIn("60000", "1min");
        }
    }

    @Test
    void aMigrationMayTakeItsTime() throws Exception {
        try (HikariDataSource connections = Database.atOnce(postgres.config());
                Connection connection = connections.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isZero();
        }
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
