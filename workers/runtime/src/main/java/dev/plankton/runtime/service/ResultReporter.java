package dev.plankton.runtime.service;

import com.netflix.conductor.client.exception.ConductorClientException;
import com.netflix.conductor.client.http.TaskClient;
import com.netflix.conductor.common.metadata.tasks.TaskResult;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports results to Conductor; what cannot be reported is kept on disk and reported later, at the latest at the next start. */
final class ResultReporter {
    private static final Logger LOGGER = LoggerFactory.getLogger(ResultReporter.class);
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final TaskClient tasks;
    private final UnreportedResults unreported;

    ResultReporter(TaskClient tasks, UnreportedResults unreported) {
        this.tasks = tasks;
        this.unreported = unreported;
    }

    /** Reports what an earlier process of this service left behind. */
    void reportLeftovers() throws IOException, InterruptedException {
        for (TaskResult result : unreported.all()) {
            LOGGER.info("reporting the kept result of task {}", result.getTaskId());
            untilTaken(result);
        }
    }

    /** Keeps the result, reports it, tries again until Conductor answers, and only then forgets it. */
    void report(TaskResult result) throws IOException, InterruptedException {
        unreported.keep(result);
        untilTaken(result);
    }

    private void untilTaken(TaskResult result) throws IOException, InterruptedException {
        for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            try {
                tasks.updateTask(result);
                unreported.forget(result.getTaskId());
                return;
            } catch (ConductorClientException e) {
                if (e.getStatus() >= 400 && e.getStatus() < 500 && e.getStatus() != 408 && e.getStatus() != 429) {
                    LOGGER.warn("Conductor does not want the result of task {}: {}", result.getTaskId(), e.toString());
                    unreported.forget(result.getTaskId());
                    return;
                }
                LOGGER.warn("Conductor cannot be told of task {} yet: {}", result.getTaskId(), e.toString());
            }
            Thread.sleep(pause);
        }
    }
}
