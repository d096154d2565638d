package dev.plankton.engine.service;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes resources. If that fails, it only logs the failure. */
final class Quietly {
    private static final Logger LOGGER = LoggerFactory.getLogger(Quietly.class);

    private Quietly() {}

    static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOGGER.warn("cannot close {}: {}", resource, e.toString());
        }
    }
}
