package dev.plankton.train;

import dev.plankton.network.ComputeDevice;
import dev.plankton.runtime.service.ServiceConfig;
import dev.plankton.runtime.service.WorkerService;
import java.util.List;

/** Starts a worker that trains. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        ComputeDevice.requireUsable();
        TrainStep step = new TrainStep(TrainConfig.fromEnvironment(System.getenv()));
        WorkerService.runUntilStopped(ServiceConfig.fromEnvironment(System.getenv()), List.of(step));
    }
}
