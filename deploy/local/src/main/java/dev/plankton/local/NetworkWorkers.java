package dev.plankton.local;

import dev.plankton.classifier.ClassifierStep;
import dev.plankton.evaluate.EvaluateStep;
import dev.plankton.export.ExportStep;
import dev.plankton.features.FeaturesStep;
import dev.plankton.network.ComputeDevice;
import dev.plankton.predict.PredictStep;
import dev.plankton.projector.ProjectorStep;
import dev.plankton.runtime.service.ServiceConfig;
import dev.plankton.runtime.service.WorkerService;
import dev.plankton.train.TrainConfig;
import dev.plankton.train.TrainStep;
import java.util.List;
import java.util.Map;

/** The workers that run the network, in one process, for a machine with a graphics card. */
public final class NetworkWorkers {

    private NetworkWorkers() {}

    public static void main(String[] arguments) {
        ComputeDevice.requireUsable();
        Map<String, String> environment = System.getenv();
        WorkerService.runUntilStopped(
                ServiceConfig.fromEnvironment(environment),
                List.of(
                        new FeaturesStep(),
                        new TrainStep(TrainConfig.fromEnvironment(environment)),
                        new EvaluateStep(),
                        new ExportStep(),
                        new ClassifierStep(),
                        new ProjectorStep(),
                        new PredictStep()));
    }
}
