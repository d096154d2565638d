package dev.plankton.engine.service;

import dev.plankton.contracts.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Conductor's REST interface, as a user's script would call it. */
record Conductors(URI api) {

    /** Registers a task definition with the given number of retries, without delay, and the given lease. */
    void registerTask(String type, int retries, int leaseSeconds) throws Exception {
        call(
                "POST",
                "metadata/taskdefs",
                List.of(Map.of(
                        "name",
                        type,
                        "retryCount",
                        retries,
                        "retryDelaySeconds",
                        0,
                        "responseTimeoutSeconds",
                        leaseSeconds,
                        "timeoutSeconds",
                        0,
                        "timeoutPolicy",
                        "RETRY")));
    }

    /** A workflow of steps one after the other, each with the input "text". */
    void registerChain(String name, List<String> types) throws Exception {
        List<Map<String, Object>> tasks = new ArrayList<>();
        for (String type : types) {
            tasks.add(Map.of(
                    "name",
                    type,
                    "taskReferenceName",
                    "ref_" + type,
                    "type",
                    "SIMPLE",
                    "inputParameters",
                    Map.of("text", "${workflow.input.text}")));
        }
        registerWorkflow(name, tasks);
    }

    void registerParent(String name, String child) throws Exception {
        registerWorkflow(
                name,
                List.of(Map.of(
                        "name", "child",
                        "taskReferenceName", "child",
                        "type", "SUB_WORKFLOW",
                        "subWorkflowParam", Map.of("name", child, "version", 1),
                        "inputParameters", Map.of("text", "${workflow.input.text}"))));
    }

    private void registerWorkflow(String name, List<Map<String, Object>> tasks) throws Exception {
        call(
                "PUT",
                "metadata/workflow",
                List.of(Map.of("name", name, "version", 1, "schemaVersion", 2, "tasks", tasks, "timeoutSeconds", 0)));
    }

    String start(String workflow, Map<String, ?> input) throws Exception {
        return call("POST", "workflow/" + workflow, input);
    }

    /** Sends the tasks of some types to domains. */
    String start(String workflow, Map<String, ?> input, Map<String, String> taskToDomain) throws Exception {
        return call("POST", "workflow", Map.of("name", workflow, "input", input, "taskToDomain", taskToDomain));
    }

    Map<?, ?> workflow(String id) throws Exception {
        return Json.read(call("GET", "workflow/" + id, null).getBytes(StandardCharsets.UTF_8), Map.class);
    }

    List<Map<?, ?>> tasks(String id) throws Exception {
        List<Map<?, ?>> tasks = new ArrayList<>();
        for (Object task : (List<?>) Objects.requireNonNull(workflow(id).get("tasks"))) {
            tasks.add((Map<?, ?>) task);
        }
        return tasks;
    }

    void terminate(String id, String reason) throws Exception {
        call("DELETE", "workflow/" + id + "?reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8), null);
    }

    void pause(String id) throws Exception {
        call("PUT", "workflow/" + id + "/pause", null);
    }

    /** Deletes what Conductor knows of a workflow. */
    void remove(String id) throws Exception {
        call("DELETE", "workflow/" + id + "/remove?archiveWorkflow=false", null);
    }

    void retry(String id) throws Exception {
        call("POST", "workflow/" + id + "/retry", null);
    }

    void decide(String id) throws Exception {
        call("PUT", "workflow/decide/" + id, null);
    }

    /** Fails a task as its time-out or another worker would. */
    void failTask(String workflowId, Object taskId) throws Exception {
        call("POST", "tasks", Map.of("workflowInstanceId", workflowId, "taskId", taskId, "status", "FAILED"));
    }

    /** Waits until the workflow has ended. @return how */
    String await(String id) throws Exception {
        for (Instant end = Instant.now().plus(Duration.ofSeconds(60));
                Instant.now().isBefore(end); ) {
            String status = String.valueOf(workflow(id).get("status"));
            if (!status.equals("RUNNING")) {
                return status;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("workflow %s does not end: %s".formatted(id, workflow(id)));
    }

    private String call(String method, String path, @Nullable Object body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(api.resolve(path))
                            .header("Content-Type", "application/json")
                            .method(
                                    method,
                                    body == null
                                            ? BodyPublishers.noBody()
                                            : BodyPublishers.ofByteArray(Json.write(body)))
                            .build(),
                    BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IOException("%s %s: %d %s".formatted(method, path, response.statusCode(), response.body()));
            }
            return response.body();
        }
    }
}
