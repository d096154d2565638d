package dev.plankton.engine.service;

import com.netflix.conductor.client.exception.ConductorClientException;
import com.netflix.conductor.client.http.TaskClient;
import com.netflix.conductor.common.metadata.tasks.Task;
import com.netflix.conductor.common.metadata.tasks.TaskResult;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports results to Conductor. A result is kept on disk until Conductor has answered, so that it survives an outage
 * and the end of this process. The next start reports the results that are left.
 */
final class ResultReporter {
    private static final Logger LOGGER = LoggerFactory.getLogger(ResultReporter.class);
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    private static final List<Integer> PASSING_REFUSALS = List.of(408, 425, 429);

    private final TaskClient tasks;
    private final UnreportedResults unreported;
    private final CountDownLatch stopping = new CountDownLatch(1);

    ResultReporter(TaskClient tasks, UnreportedResults unreported) {
        this.tasks = tasks;
        this.unreported = unreported;
    }

    /** Reports the results that an earlier process left in this folder. */
    void reportLeftovers() throws IOException, InterruptedException {
        for (TaskResult result : unreported.all()) {
            LOGGER.info("reporting the kept result of task {}", result.getTaskId());
            untilAnswered(result);
        }
    }

    /**
     * Saves the result on disk and reports it; tries again until Conductor answers or the service stops. If the result
     * cannot be saved, because the disk is full for example, it is reported nevertheless.
     */
    void report(TaskResult result) throws IOException, InterruptedException {
        try {
            unreported.keep(result);
        } catch (IOException e) {
            LOGGER.warn("the result of task {} cannot be saved, only reported: {}", result.getTaskId(), e.toString());
        }
        untilAnswered(result);
    }

    /** Puts the task back into its queue, for another worker or a later start of this one. Tries once. */
    void handBack(Task task, String workerId) {
        TaskResult result = new TaskResult(task);
        result.setStatus(TaskResult.Status.IN_PROGRESS);
        result.setWorkerId(workerId);
        result.setCallbackAfterSeconds(1);
        try {
            tasks.updateTask(result);
        } catch (ConductorClientException e) {
            LOGGER.info("task {} stays assigned until its lease ends: {}", task.getTaskId(), e.toString());
        }
    }

    /** From now on each result is reported only once more. */
    void stop() {
        stopping.countDown();
    }

    private void untilAnswered(TaskResult result) throws IOException, InterruptedException {
        for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            try {
                tasks.updateTask(result);
                unreported.forget(result.getTaskId());
                return;
            } catch (ConductorClientException e) {
                if (refusedForGood(e.getStatus())) {
                    LOGGER.warn("Conductor refuses the result of task {}: {}", result.getTaskId(), e.toString());
                    unreported.forget(result.getTaskId());
                    return;
                }
                if (pause == FIRST_PAUSE_MILLIS) {
                    LOGGER.warn("the result of task {} is not reported yet: {}", result.getTaskId(), e.toString());
                }
            }
            if (stopping.await(pause, TimeUnit.MILLISECONDS)) {
                LOGGER.info("the result of task {} is kept for the next start", result.getTaskId());
                return;
            }
        }
    }

    private static boolean refusedForGood(int status) {
        return status >= 400 && status < 500 && !PASSING_REFUSALS.contains(status);
    }
}
