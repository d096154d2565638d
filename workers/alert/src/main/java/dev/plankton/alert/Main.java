package dev.plankton.alert;

import dev.plankton.runtime.service.ServiceConfig;
import dev.plankton.runtime.service.WorkerService;
import java.util.List;
import java.util.Map;

/** The worker of {@code plankton_failure} as a process of its own. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        WorkerService.runUntilStopped(
                ServiceConfig.fromEnvironment(environment),
                List.of(new FailureStep(AlertConfig.fromEnvironment(environment))));
    }
}
