package dev.plankton.evaluate;

import dev.plankton.network.ComputeDevice;
import dev.plankton.runtime.service.ServiceConfig;
import dev.plankton.runtime.service.WorkerService;
import java.util.List;

/** Starts a worker that evaluates checkpoints and given vectors. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        ComputeDevice.requireUsable();
        WorkerService.runUntilStopped(
                ServiceConfig.fromEnvironment(System.getenv()), List.of(new EvaluateStep(), new VectorEvaluateStep()));
    }
}
