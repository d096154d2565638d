package dev.plankton.runtime.service;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once, for all pollers, that Conductor cannot be polled, and once that it can be again. */
final class PollTrouble {
    private static final Logger LOGGER = LoggerFactory.getLogger(PollTrouble.class);

    private boolean inTrouble;

    synchronized void failed(Exception reason) {
        if (!inTrouble) {
            inTrouble = true;
            LOGGER.warn("Conductor cannot be polled for tasks; trying on: {}", reason.toString());
        }
    }

    synchronized void succeeded() {
        if (inTrouble) {
            inTrouble = false;
            LOGGER.info("Conductor can be polled again");
        }
    }
}
