package dev.plankton.sweep;

import dev.plankton.runtime.service.ServiceConfig;
import dev.plankton.runtime.service.WorkerService;
import java.util.List;

/** The worker that plans, notes and ranks the runs of a sweep. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        WorkerService.runUntilStopped(
                ServiceConfig.fromEnvironment(System.getenv()),
                List.of(new SweepPlanStep(), new SweepNoteStep(), new SweepRankingStep()));
    }
}
