package dev.plankton.db.queues;

import dev.plankton.db.Database;
import dev.plankton.db.DatabaseConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The table of Conductor's queues.
 *
 * @param database of a user who owns the table or may do everything
 * @param schema Conductor's
 */
public record ConductorQueues(DatabaseConfig database, String schema) {
    /** The channel on which new tasks are announced. */
    static final String CHANNEL = "plankton_work";

    private static final String PATIENCE_SECONDS = "10";
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    private static final String TRIGGER = "plankton_announces_work";

    private static final String IS_ANNOUNCED =
            "select exists (select from pg_trigger where tgname = '%s' and tgrelid = '%s.queue_message'::regclass)";

    private static final String ANNOUNCE = """
            create or replace trigger %s
            after insert or update of popped, deliver_on on %s.queue_message
            for each row when (not new.popped) execute function %s.announce_work()
            """;

    /** As Conductor has it: a message that was taken is lost if it was due over a minute ago. */
    private static final String GIVE_BACK =
            "update %s.queue_message set popped = false where popped and deliver_on < current_timestamp - interval '60 seconds'";

    /** Throws an IllegalArgumentException if the schema's name is not a plain one. */
    public ConductorQueues {
        if (!NAME.matcher(schema).matches()) {
            throw new IllegalArgumentException(
                    "PLANKTON_CONDUCTOR_SCHEMA must be the name of a schema of PostgreSQL, not '%s'."
                            .formatted(schema));
        }
    }

    /** From now on each task that comes into a queue is announced. The database must have been migrated. */
    void announce(Statement statement) throws SQLException {
        try (ResultSet answer = statement.executeQuery(IS_ANNOUNCED.formatted(TRIGGER, schema))) {
            if (answer.next() && answer.getBoolean(1)) {
                return;
            }
        }
        statement.execute(ANNOUNCE.formatted(TRIGGER, schema, Database.SCHEMA));
    }

    /**
     * Gives back to the queues what was taken from them and never answered, so that a task is not lost when a database
     * or a worker fails at that moment. Conductor 3.32.3 does the same each minute, but only until the database fails
     * it once: its {@code PostgresQueueDAO} leaves that to a schedule which ends with the first exception, and from
     * then on a task that was taken stays taken, and its run stays running.
     *
     * @return how many messages were given back
     */
    int giveBackLost(Statement statement) throws SQLException {
        return statement.executeUpdate(GIVE_BACK.formatted(schema));
    }

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty("connectTimeout", PATIENCE_SECONDS);
        properties.setProperty("socketTimeout", PATIENCE_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(database.url(), properties);
    }
}
