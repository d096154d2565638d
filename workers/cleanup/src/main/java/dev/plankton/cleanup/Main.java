package dev.plankton.cleanup;

import dev.plankton.runtime.service.ServiceConfig;
import dev.plankton.runtime.service.WorkerService;
import java.util.List;

/** The worker of {@code plankton_cleanup} as a process of its own. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        ServiceConfig config = ServiceConfig.fromEnvironment(System.getenv());
        WorkerService.runUntilStopped(config, List.of(new CleanupStep(new ConductorHistories(config.conductor()))));
    }
}
