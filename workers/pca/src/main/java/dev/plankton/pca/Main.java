package dev.plankton.pca;

import dev.plankton.runtime.service.ServiceConfig;
import dev.plankton.runtime.service.WorkerService;
import java.util.List;

/** Runs the PCA worker by itself. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        WorkerService.runUntilStopped(ServiceConfig.fromEnvironment(System.getenv()), List.of(new PcaStep()));
    }
}
