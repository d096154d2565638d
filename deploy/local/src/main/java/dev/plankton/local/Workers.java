package dev.plankton.local;

import dev.plankton.network.ComputeDevice;
import dev.plankton.runtime.service.ServiceConfig;
import dev.plankton.runtime.service.WorkerService;
import java.util.Map;

/** All workers in one process, with their settings from the environment; for containers. */
public final class Workers {

    private Workers() {}

    public static void main(String[] arguments) {
        ComputeDevice.requireUsable();
        Map<String, String> environment = System.getenv();
        ServiceConfig config = ServiceConfig.fromEnvironment(environment);
        WorkerService.runUntilStopped(config, AllSteps.create(config.conductor(), environment));
    }
}
