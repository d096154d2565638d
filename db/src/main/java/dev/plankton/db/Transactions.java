package dev.plankton.db;

import java.io.IOException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Reads and writes the database, one transaction at a time. A failure of the database becomes an {@link IOException}.
 */
final class Transactions {
    private final Jdbi jdbi;

    Transactions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    <T> T read(HandleCallback<T, RuntimeException> question) throws IOException {
        try {
            return jdbi.withHandle(question);
        } catch (JdbiException e) {
            throw new IOException("the run history cannot be read: " + rootMessage(e), e);
        }
    }

    void write(HandleConsumer<RuntimeException> work) throws IOException {
        try {
            jdbi.useTransaction(work::useHandle);
        } catch (JdbiException e) {
            throw new IOException("the run history cannot be written: " + rootMessage(e), e);
        }
    }

    /** Does work that may also throw an exception of its own. */
    <T, X extends Exception> T work(HandleCallback<T, X> work) throws IOException, X {
        try {
            return jdbi.inTransaction(work);
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
