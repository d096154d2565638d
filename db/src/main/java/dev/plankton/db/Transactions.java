package dev.plankton.db;

import dev.plankton.db.DatabaseWatch.Operation;
import java.io.IOException;
import java.time.Duration;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Reads and writes the database, one transaction at a time. A failure of the database becomes an {@link IOException}.
 */
final class Transactions {
    private final Jdbi jdbi;
    private final DatabaseWatch watch;

    Transactions(Jdbi jdbi, DatabaseWatch watch) {
        this.jdbi = jdbi;
        this.watch = watch;
    }

    /** A call that tells the watch how it went. */
    @FunctionalInterface
    private interface Call<T, X extends Exception> {
        T run() throws X;
    }

    private <T, X extends Exception> T watched(Operation operation, Call<T, X> call) throws X {
        long start = System.nanoTime();
        boolean succeeded = false;
        try {
            T answer = call.run();
            succeeded = true;
            return answer;
        } finally {
            watch.called(operation, succeeded, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    <T> T read(HandleCallback<T, RuntimeException> question) throws IOException {
        try {
            return watched(Operation.READ, () -> jdbi.withHandle(question));
        } catch (JdbiException e) {
            throw new IOException("the run history cannot be read: " + rootMessage(e), e);
        }
    }

    void write(HandleConsumer<RuntimeException> work) throws IOException {
        try {
            watched(Operation.WRITE, () -> {
                jdbi.useTransaction(work::useHandle);
                return true;
            });
        } catch (JdbiException e) {
            throw new IOException("the run history cannot be written: " + rootMessage(e), e);
        }
    }

    /** Does work that may also throw an exception of its own. */
    <T, X extends Exception> T work(HandleCallback<T, X> work) throws IOException, X {
        try {
            return watched(Operation.CLEAN_UP, () -> jdbi.inTransaction(work));
        } catch (JdbiException e) {
            throw new IOException("the run history cannot say what may be deleted: " + rootMessage(e), e);
        }
    }

    static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
