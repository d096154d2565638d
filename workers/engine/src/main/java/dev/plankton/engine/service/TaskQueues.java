package dev.plankton.engine.service;

import com.netflix.conductor.client.http.TaskClient;
import com.netflix.conductor.common.metadata.tasks.Task;
import java.util.List;
import java.util.Optional;

/**
 * The queues from which one service takes its tasks. Conductor has one queue for each task type, and one more for each
 * task type in a domain. Only the services of a domain see the tasks that a run sends to it; services without a domain
 * see all other tasks.
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

    /** The name of the queue from which the tasks of a type are taken. */
    String name(String taskType) {
        return domain.map(name -> name + ":" + taskType).orElse(taskType);
    }

    /** Returns at most one task, without waiting for one. */
    List<Task> poll(String taskType) {
        return domain.map(name -> tasks.batchPollTasksInDomain(taskType, name, workerId, 1, AT_ONCE_MILLIS))
                .orElseGet(() -> tasks.batchPollTasksByTaskType(taskType, workerId, 1, AT_ONCE_MILLIS));
    }
}
