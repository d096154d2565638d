package dev.plankton.app.container;

import dev.plankton.engine.service.Environment;
import dev.plankton.engine.service.ServiceConfig;
import dev.plankton.engine.service.WorkerService;
import dev.plankton.steps.Steps;
import java.util.Map;

/**
 * Runs workers. {@code PLANKTON_STEPS} says which steps this process takes, such as {@code train,evaluate}; all of them
 * if it is not set.
 */
final class WorkersRole implements Role {
    private static final String STEPS = "PLANKTON_STEPS";

    @Override
    public void run(Map<String, String> environment) {
        ServiceConfig config = ServiceConfig.fromEnvironment(environment);
        String steps = Environment.value(environment, STEPS).orElse(Steps.ALL);
        WorkerService.runUntilStopped(config, Steps.create(steps, config.conductor(), environment));
    }
}
