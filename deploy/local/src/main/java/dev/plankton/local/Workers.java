package dev.plankton.local;

import dev.plankton.runtime.service.ServiceConfig;
import dev.plankton.runtime.service.WorkerService;

/** All workers in one process, with their settings from the environment; for containers. */
public final class Workers {

    private Workers() {}

    public static void main(String[] arguments) {
        WorkerService.runUntilStopped(ServiceConfig.fromEnvironment(System.getenv()), AllSteps.create());
    }
}
