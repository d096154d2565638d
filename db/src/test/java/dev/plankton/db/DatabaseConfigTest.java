package dev.plankton.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseConfigTest {

    @Test
    void doesNotShowThePassword() {
        assertThat(new DatabaseConfig("jdbc:postgresql://host/db", "reader", "secret", 2).toString())
                .contains("host", "reader")
                .doesNotContain("secret");
    }

    @Test
    void rejectsOtherDatabasesAndNoConnections() {
        assertThatThrownBy(() -> new DatabaseConfig("jdbc:h2:mem", "a", "b", 2))
                .hasMessageContaining("jdbc:postgresql:");
        assertThatThrownBy(() -> new DatabaseConfig("jdbc:postgresql://host/db", "a", "b", 0))
                .hasMessageContaining("At least 1");
    }
}
