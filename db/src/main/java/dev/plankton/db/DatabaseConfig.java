package dev.plankton.db;

/**
 * The address of the run history and our credentials there.
 *
 * @param url a {@code jdbc:postgresql:} address without credentials
 * @param connections largest number of connections that are open at once
 */
public record DatabaseConfig(String url, String user, String password, int connections) {

    public DatabaseConfig {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "PLANKTON_DATABASE_URL must start with jdbc:postgresql:, not '%s'.".formatted(url));
        }
        if (connections < 1) {
            throw new IllegalArgumentException(
                    "At least 1 database connection is needed, not %d.".formatted(connections));
        }
    }

    @Override
    public String toString() {
        return "DatabaseConfig[url=%s, user=%s, password=***, connections=%d]".formatted(url, user, connections);
    }
}
