package dev.plankton.model;

import dev.plankton.runtime.service.ServiceConfig;
import dev.plankton.runtime.service.WorkerService;
import java.util.List;

/** The worker that finds models and moves aliases. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        WorkerService.runUntilStopped(
                ServiceConfig.fromEnvironment(System.getenv()), List.of(new ModelLookupStep(), new ModelAliasStep()));
    }
}
