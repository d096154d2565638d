package dev.plankton.engine.service;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs once for all pollers that Conductor cannot be polled, and once that it can be polled again. */
final class PollTrouble {
    private static final Logger LOGGER = LoggerFactory.getLogger(PollTrouble.class);

    private boolean inTrouble;

    synchronized void failed(Exception reason) {
        if (!inTrouble) {
            inTrouble = true;
            LOGGER.warn("cannot poll Conductor for tasks; trying again: {}", reason.toString());
        }
    }

    synchronized void succeeded() {
        if (inTrouble) {
            inTrouble = false;
            LOGGER.info("Conductor can be polled again");
        }
    }
}
