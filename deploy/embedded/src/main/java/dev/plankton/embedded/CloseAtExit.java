package dev.plankton.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes something when this JVM ends, also by TERM or INT, unless it was closed before. */
public final class CloseAtExit implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(CloseAtExit.class);

    private final AutoCloseable target;
    private final Thread hook;

    public CloseAtExit(AutoCloseable target) {
        this.target = target;
        this.hook = new Thread(this::closeTarget, "close-at-exit");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Closes it now. */
    @Override
    public void close() throws Exception {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the JVM is ending; closing twice does no harm
        }
        target.close();
    }

    private void closeTarget() {
        try {
            target.close();
        } catch (Exception e) {
            LOGGER.error("cannot stop {}", target, e);
        }
    }
}
