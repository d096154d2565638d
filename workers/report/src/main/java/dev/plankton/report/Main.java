package dev.plankton.report;

import dev.plankton.runtime.service.ServiceConfig;
import dev.plankton.runtime.service.WorkerService;
import java.util.List;

/** Starts a worker that writes reports. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        WorkerService.runUntilStopped(
                ServiceConfig.fromEnvironment(System.getenv()), List.of(new ReportStep(), new PredictionReportStep()));
    }
}
