package dev.plankton.dendrogram;

import dev.plankton.runtime.service.ServiceConfig;
import dev.plankton.runtime.service.WorkerService;
import java.util.List;

/** Runs the dendrogram worker by itself. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        WorkerService.runUntilStopped(ServiceConfig.fromEnvironment(System.getenv()), List.of(new DendrogramStep()));
    }
}
