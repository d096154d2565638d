package dev.plankton.app;

import dev.plankton.engine.service.Environment;
import dev.plankton.engine.service.ServiceConfig;
import dev.plankton.engine.service.WorkerService;
import dev.plankton.steps.Steps;
import java.util.Map;

/**
 * Runs workers with settings from the environment; for containers. {@code PLANKTON_STEPS} says which steps this process
 * takes, such as {@code train,evaluate}; all of them if it is not set.
 */
public final class Workers {
    private static final String STEPS = "PLANKTON_STEPS";

    private Workers() {}

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        ServiceConfig config = ServiceConfig.fromEnvironment(environment);
        String steps = Environment.value(environment, STEPS).orElse(Steps.ALL);
        WorkerService.runUntilStopped(config, Steps.create(steps, config.conductor(), environment));
    }
}
