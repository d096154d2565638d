package dev.plankton.projector;

import dev.plankton.network.ComputeDevice;
import dev.plankton.runtime.service.ServiceConfig;
import dev.plankton.runtime.service.WorkerService;
import java.util.List;

/** Starts a worker that writes embeddings for other programs. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        ComputeDevice.requireUsable();
        WorkerService.runUntilStopped(ServiceConfig.fromEnvironment(System.getenv()), List.of(new ProjectorStep()));
    }
}
