package dev.plankton.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Gives back to Conductor's queues what was taken from them and never answered, so that a task is not lost when a
 * database or a worker fails at that moment. Conductor 3.32.3 does the same each minute, but only until the database
 * fails it once: its {@code PostgresQueueDAO} leaves that to a schedule which ends with the first exception, and from
 * then on a task that was taken stays taken, and its run stays running.
 */
final class LostMessages implements AutoCloseable {
    private static final long EVERY_SECONDS = 30;

    /** As Conductor has it: a message that was taken is lost if it was due over a minute ago. */
    private static final String GIVE_BACK =
            "update %s.queue_message set popped = false where popped and deliver_on < current_timestamp - interval '60 seconds'"
                    .formatted(ConductorSettings.SCHEMA);

    private final String jdbcUrl;
    private final String user;
    private final String password;
    private final ScheduledExecutorService schedule;

    private LostMessages(String jdbcUrl, String user, String password) {
        this.jdbcUrl = jdbcUrl;
        this.user = user;
        this.password = password;
        this.schedule = new ScheduledThreadPoolExecutor(1, runnable -> {
            Thread thread = new Thread(runnable, "lost-messages");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins to look regularly. */
    static LostMessages watch(String jdbcUrl, String user, String password) {
        LostMessages watch = new LostMessages(jdbcUrl, user, password);
        watch.schedule.scheduleWithFixedDelay(watch::tryToGiveBack, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        return watch;
    }

    private void tryToGiveBack() {
        try {
            giveBack(jdbcUrl, user, password);
        } catch (SQLException e) {
            // The database is away for a moment; the next look is soon.
        }
    }

    /** @return how many messages were given back */
    static int giveBack(String jdbcUrl, String user, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(GIVE_BACK);
        }
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
