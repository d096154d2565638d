package dev.plankton.workflows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plankton.contracts.tasks.TaskType;

/** Conductor's definition of a type of task; the README explains the numbers. */
final class TaskDefinition {
    private static final int RETRIES = 3;
    private static final int PATIENT_RETRIES = 8;
    private static final int SECONDS_BEFORE_RETRY = 5;
    private static final int MOST_SECONDS_BEFORE_PATIENT_RETRY = 30;
    private static final int LEASE_SECONDS = 60;

    private TaskDefinition() {}

    static ObjectNode of(TaskType<?, ?> type) {
        ObjectNode definition = JsonNodeFactory.instance
                .objectNode()
                .put("name", type.name())
                .put("description", type.description())
                .put("retryCount", type.patient() ? PATIENT_RETRIES : RETRIES)
                .put("retryLogic", "EXPONENTIAL_BACKOFF")
                .put("retryDelaySeconds", SECONDS_BEFORE_RETRY)
                .put("timeoutPolicy", "RETRY")
                .put("timeoutSeconds", 0)
                .put("responseTimeoutSeconds", LEASE_SECONDS);
        if (type.patient()) {
            definition.put("maxRetryDelaySeconds", MOST_SECONDS_BEFORE_PATIENT_RETRY);
        }
        return definition;
    }
}
