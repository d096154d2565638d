package dev.plankton.verify;

import dev.plankton.runtime.service.ServiceConfig;
import dev.plankton.runtime.service.WorkerService;
import java.util.List;

/** The worker of {@code plankton_verify} as a process of its own. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        WorkerService.runUntilStopped(ServiceConfig.fromEnvironment(System.getenv()), List.of(new VerifyStep()));
    }
}
