package dev.plankton.app.container;

import java.util.Map;

/** What one container does. */
@FunctionalInterface
interface Role {
    /**
     * Does it, until it is done or the process is told to stop.
     *
     * @throws IllegalArgumentException if a setting is missing or wrong
     * @throws dev.plankton.network.engine.UnusableDeviceException if it shall compute networks and this machine cannot
     */
    void run(Map<String, String> environment) throws Exception;
}
