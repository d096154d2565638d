package dev.plankton.local.faults;

import dev.plankton.local.AllSteps;
import dev.plankton.network.ComputeDevice;
import dev.plankton.runtime.service.ServiceConfig;
import dev.plankton.runtime.service.WorkerService;
import dev.plankton.runtime.step.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All workers in a process of their own, each step of which can be held. */
final class HeldWorkers {
    /** Names the folder of the {@link Holds}. */
    static final String HOLDS = "PLANKTON_TEST_HOLDS";

    private HeldWorkers() {}

    public static void main(String[] arguments) throws IOException {
        ComputeDevice.requireUsable();
        Map<String, String> environment = System.getenv();
        ServiceConfig config = ServiceConfig.fromEnvironment(environment);
        Holds holds = new Holds(Path.of(environment.getOrDefault(HOLDS, "holds")));
        List<Step<?, ?>> steps = new ArrayList<>();
        AllSteps.create(config.conductor(), environment).forEach(step -> steps.add(held(step, holds)));
        WorkerService.runUntilStopped(config, steps);
    }

    private static <I extends Record, O extends Record> Step<I, O> held(Step<I, O> step, Holds holds) {
        return new HeldStep<>(step, holds);
    }
}
