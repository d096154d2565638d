package dev.plankton.engine.service;

import com.netflix.conductor.client.exception.ConductorClientException;
import com.netflix.conductor.client.http.WorkflowClient;
import com.netflix.conductor.common.run.Workflow;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.db.RunLog;
import dev.plankton.db.rows.RunEnd;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records the end of runs that ended while no worker was running one of their steps: a run that was terminated between
 * two steps, or whose worker was gone by then. From time to time it asks Conductor about the runs without recent
 * activity.
 */
final class EndedRuns implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(EndedRuns.class);
    private static final int NOT_FOUND = 404;

    private final WorkflowClient workflows;
    private final RunLog history;
    private final Duration period;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ended-runs").factory());

    /** @param period time between two checks; also how long a run must be without activity before it is checked */
    EndedRuns(WorkflowClient workflows, RunLog history, Duration period) {
        this.workflows = workflows;
        this.history = history;
        this.period = period;
    }

    void start() {
        scheduler.scheduleWithFixedDelay(this::look, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            for (RunId run : history.quiet(period)) {
                look(run);
            }
        } catch (IOException | RuntimeException e) { // otherwise the schedule would end
            LOGGER.debug("cannot look for runs that have ended: {}", e.toString());
        }
    }

    private void look(RunId run) throws IOException {
        Workflow workflow;
        try {
            workflow = workflows.getWorkflow(run.value(), false);
        } catch (ConductorClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                history.endedUnseen(
                        run, RunEnd.failed("Conductor does not know the run any more; its history was deleted there."));
            }
            return;
        }
        String given = workflow.getReasonForIncompletion();
        String reason = given == null ? workflow.getStatus().name() : given;
        switch (workflow.getStatus()) {
            case RUNNING, PAUSED -> {}
            case COMPLETED -> history.endedUnseen(run, RunEnd.completed());
            case TERMINATED -> history.endedUnseen(run, RunEnd.terminated(Sentences.line(reason)));
            case FAILED, TIMED_OUT -> history.endedUnseen(run, RunEnd.failed(Sentences.line(reason)));
        }
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
