package dev.plankton.engine.store;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;

/** Repeats a failed call to the object store for a few seconds, if the failure seems temporary. */
final class Retries {
    private static final List<Long> PAUSES_MILLIS = List.of(100L, 300L, 1_000L, 2_000L, 4_000L);
    private static final int TOO_MANY_REQUESTS = 429;

    private Retries() {}

    /** One try. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws MinioException;
    }

    /** @throws IOException if the store cannot be reached */
    static <T> T call(Call<T> call) throws MinioException, IOException {
        for (long pause : PAUSES_MILLIS) {
            try {
                return once(call);
            } catch (MinioException | IOException e) {
                if (!passing(e)) {
                    throw e;
                }
                pause(pause);
            }
        }
        return once(call);
    }

    private static <T> T once(Call<T> call) throws MinioException, IOException {
        try {
            return call.run();
        } catch (IllegalStateException e) { // the client wraps connection failures in it
            if (e.getCause() instanceof IOException trouble) {
                throw new IOException("The object store cannot be reached: " + trouble.getMessage(), trouble);
            }
            throw e;
        }
    }

    private static boolean passing(Exception e) {
        if (e instanceof ErrorResponseException answered) {
            int status = answered.response().code();
            return status >= 500 || status == TOO_MANY_REQUESTS;
        }
        return !Thread.currentThread().isInterrupted();
    }

    private static void pause(long millis) throws InterruptedIOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting to call the object store again");
        }
    }
}
