package dev.plankton.predict;

import dev.plankton.network.ComputeDevice;
import dev.plankton.runtime.service.ServiceConfig;
import dev.plankton.runtime.service.WorkerService;
import java.util.List;

/** The worker that classifies new images. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        ComputeDevice.requireUsable();
        WorkerService.runUntilStopped(ServiceConfig.fromEnvironment(System.getenv()), List.of(new PredictStep()));
    }
}
