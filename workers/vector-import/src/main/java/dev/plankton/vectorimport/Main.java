package dev.plankton.vectorimport;

import dev.plankton.runtime.service.ServiceConfig;
import dev.plankton.runtime.service.WorkerService;
import java.util.List;

/** Starts a worker that takes in embeddings made elsewhere. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        WorkerService.runUntilStopped(ServiceConfig.fromEnvironment(System.getenv()), List.of(new VectorImportStep()));
    }
}
