package dev.plankton.local.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plankton.contracts.tasks.PreprocessTask;
import dev.plankton.embedded.EmbeddedStack;
import dev.plankton.embedded.ProgressListener;
import dev.plankton.embedded.StackConfig;
import dev.plankton.local.kubernetes.CustomResources.MetricsApi;
import dev.plankton.local.kubernetes.CustomResources.ScaledObject;
import dev.plankton.steps.Steps;
import dev.plankton.workflows.Registrar;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks a real Conductor what KEDA would ask. */
class WaitingTasksTest {
    private static final String API = "/api/";
    private static final int TASKS = 3;
    private static final String RUN = """
            {"name": "waiting", "workflowDef": {"name": "waiting", "version": 1, "schemaVersion": 2, "tasks":
            [{"name": "%s", "taskReferenceName": "only", "type": "SIMPLE"}]}}
            """.formatted(PreprocessTask.TYPE.name());

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void conductorCountsThePreprocessingThatNobodyHasTaken(@TempDir Path folder) throws Exception {
        Path file = Kustomize.SOURCES.resolve("components/autoscaling/scaled-object.yaml");
        MetricsApi scaler = ((ScaledObject) Types.read(Manifest.read(file).getFirst()))
                .spec()
                .triggers()
                .getFirst()
                .metadata();
        try (EmbeddedStack stack = EmbeddedStack.start(folder, StackConfig.freePorts(), ProgressListener.silent())) {
            new Registrar(stack.conductorUrl()).register(Steps.types());
            assertThat(waiting(stack, scaler)).isEqualTo(0);
            for (int i = 0; i < TASKS; i++) {
                ask(HttpRequest.newBuilder(stack.conductorUrl().resolve("workflow"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(RUN)));
            }
            assertThat(waiting(stack, scaler)).isEqualTo(TASKS);
            String poll = "tasks/poll/%s?workerid=test".formatted(PreprocessTask.TYPE.name());
            assertThat(ask(HttpRequest.newBuilder(stack.conductorUrl().resolve(poll))))
                    .contains("taskId");
            assertThat(waiting(stack, scaler)).isEqualTo(TASKS - 1);
        }
    }

    private int waiting(EmbeddedStack stack, MetricsApi scaler) throws IOException, InterruptedException {
        String path = scaler.url().substring(scaler.url().indexOf(API) + API.length());
        String answer = ask(HttpRequest.newBuilder(stack.conductorUrl().resolve(path)));
        JsonNode value = new JsonMapper().readTree(answer).path(scaler.valueLocation());
        assertThat(value.isInt()).as(answer).isTrue();
        return value.intValue();
    }

    private String ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }
}
