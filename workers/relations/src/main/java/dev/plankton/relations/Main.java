package dev.plankton.relations;

import dev.plankton.runtime.service.ServiceConfig;
import dev.plankton.runtime.service.WorkerService;
import java.util.List;

/** Runs the relations worker by itself. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        WorkerService.runUntilStopped(ServiceConfig.fromEnvironment(System.getenv()), List.of(new RelationsStep()));
    }
}
