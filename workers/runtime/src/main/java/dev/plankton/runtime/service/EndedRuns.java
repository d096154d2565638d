package dev.plankton.runtime.service;

import com.netflix.conductor.client.exception.ConductorClientException;
import com.netflix.conductor.client.http.WorkflowClient;
import com.netflix.conductor.common.run.Workflow;
import dev.plankton.db.RunHistory;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes the end of runs that ended while no worker was at them: one that is terminated between two steps, or whose
 * worker was gone by then. Every now and then it asks Conductor about the runs of which nothing was heard for a while.
 */
final class EndedRuns implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(EndedRuns.class);
    private static final int NOT_FOUND = 404;

    private final WorkflowClient workflows;
    private final RunHistory history;
    private final Duration period;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ended-runs").factory());

    /** @param period between two looks; also how long a run must have been quiet to be asked about */
    EndedRuns(WorkflowClient workflows, RunHistory history, Duration period) {
        this.workflows = workflows;
        this.history = history;
        this.period = period;
    }

    void start() {
        scheduler.scheduleWithFixedDelay(this::look, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            for (String run : history.quietRuns(period)) {
                look(run);
            }
        } catch (IOException | RuntimeException e) { // else it would be the last look
            LOGGER.debug("cannot look for runs that have ended: {}", e.toString());
        }
    }

    private void look(String run) throws IOException {
        Workflow workflow;
        try {
            workflow = workflows.getWorkflow(run, false);
        } catch (ConductorClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                history.runEndedUnseen(run, "Conductor does not know the run any more; its history was deleted there.");
            }
            return;
        }
        String given = workflow.getReasonForIncompletion();
        String reason = given == null ? workflow.getStatus().name() : given;
        switch (workflow.getStatus()) {
            case RUNNING, PAUSED -> {}
            case COMPLETED -> history.runEndedUnseen(run, "");
            case TERMINATED -> history.runEndedUnseen(run, Sentences.line("terminated: " + reason));
            case FAILED, TIMED_OUT -> history.runEndedUnseen(run, Sentences.line(reason));
        }
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
