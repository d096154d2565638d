package dev.plankton.runtime.service;

import com.netflix.conductor.client.http.TaskClient;
import com.netflix.conductor.common.metadata.tasks.Task;
import java.util.List;
import java.util.Optional;

/**
 * The queues that one service takes its tasks from. Conductor has a queue for each task type and another for each task
 * type in a domain; what a run sends to a domain is seen by services of that domain alone, and all else by those
 * without one.
 */
final class TaskQueues {
    private static final int AT_ONCE_MILLIS = 0;

    private final TaskClient tasks;
    private final String workerId;
    private final Optional<String> domain;

    TaskQueues(TaskClient tasks, String workerId, Optional<String> domain) {
        this.tasks = tasks;
        this.workerId = workerId;
        this.domain = domain;
    }

    /** At most one task, without waiting for it. */
    List<Task> poll(String taskType) {
        return domain.map(name -> tasks.batchPollTasksInDomain(taskType, name, workerId, 1, AT_ONCE_MILLIS))
                .orElseGet(() -> tasks.batchPollTasksByTaskType(taskType, workerId, 1, AT_ONCE_MILLIS));
    }
}
