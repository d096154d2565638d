package dev.plankton.db.queues;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for the announcements of new tasks and from time to time gives back lost ones. It costs nothing while nothing
 * happens. When the database is away it says so and tries again.
 */
public final class QueueWatch implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(QueueWatch.class);
    private static final Duration GIVE_BACK_EVERY = Duration.ofSeconds(30);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final ConductorQueues queues;
    private final Listener listener;
    private volatile @Nullable Connection current;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("queue-watch").unstarted(this::run);

    /** Who wants to know. Its methods are called on one thread and must not wait. */
    public interface Listener {
        /**
         * A task may be taken.
         *
         * @param queue its name: the task type, in a domain with {@code <domain>:} before it
         * @param in how much later
         */
        void announced(String queue, Duration in);

        /** From now on, whether announcements come; there may have been tasks before that were not announced. */
        void listening(boolean now);
    }

    private QueueWatch(ConductorQueues queues, Listener listener) {
        this.queues = queues;
        this.listener = listener;
    }

    /** Starts to listen; the database may start later. */
    public static QueueWatch start(ConductorQueues queues, Listener listener) {
        QueueWatch watch = new QueueWatch(queues, listener);
        watch.thread.start();
        return watch;
    }

    private void run() {
        try {
            do {
                try {
                    listen();
                } catch (SQLException e) {
                    if (closed.getCount() > 0) {
                        LOGGER.debug("no announcements of tasks: {}", e.toString());
                        listener.listening(false);
                    }
                }
            } while (!closed.await(RETRY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOGGER.debug("{} ends", thread.getName());
        }
    }

    private void listen() throws SQLException {
        try (Connection connection = queues.connect();
                Statement statement = connection.createStatement()) {
            current = connection;
            queues.announce(statement);
            statement.execute("listen " + ConductorQueues.CHANNEL);
            listener.listening(true);
            PGConnection channel = connection.unwrap(PGConnection.class);
            while (closed.getCount() > 0) {
                queues.giveBackLost(statement);
                long end = System.nanoTime() + GIVE_BACK_EVERY.toNanos();
                for (long left = GIVE_BACK_EVERY.toMillis();
                        left > 0 && closed.getCount() > 0;
                        left = (end - System.nanoTime()) / 1_000_000) {
                    for (PGNotification notification : channel.getNotifications((int) left)) {
                        announce(notification.getParameter());
                    }
                }
            }
        }
    }

    /** Such as {@code plankton_train 0}. */
    private void announce(String text) {
        int blank = text.lastIndexOf(' ');
        listener.announced(text.substring(0, blank), Duration.ofSeconds(Long.parseLong(text.substring(blank + 1))));
    }

    @Override
    public void close() {
        closed.countDown();
        Connection open = current;
        if (open != null) { // ends the wait for announcements
            try {
                open.close();
            } catch (SQLException e) {
                LOGGER.debug("cannot close the connection: {}", e.toString());
            }
        }
    }
}
