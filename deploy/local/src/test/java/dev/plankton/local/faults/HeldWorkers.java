package dev.plankton.local.faults;

import dev.plankton.engine.service.ServiceConfig;
import dev.plankton.engine.service.WorkerService;
import dev.plankton.engine.step.Step;
import dev.plankton.steps.Steps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All workers in a process of their own; each of their steps can be held. */
final class HeldWorkers {
    /** Names the folder of the {@link Holds}. */
    static final String HOLDS = "PLANKTON_TEST_HOLDS";

    private HeldWorkers() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> environment = System.getenv();
        ServiceConfig config = ServiceConfig.fromEnvironment(environment);
        Holds holds = new Holds(Path.of(environment.getOrDefault(HOLDS, "holds")));
        List<Step<?, ?>> steps = new ArrayList<>();
        Steps.create(Steps.ALL, config.conductor(), environment).forEach(step -> steps.add(held(step, holds)));
        WorkerService.runUntilStopped(config, steps);
    }

    private static <I extends Record, O extends Record> Step<I, O> held(Step<I, O> step, Holds holds) {
        return new HeldStep<>(step, holds);
    }
}
