package dev.plankton.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStackTest {

    @Test
    void startsAllThreeAndLeavesNoProcess(@TempDir Path folder) throws Exception {
        ProcessHandle conductor;
        try (EmbeddedStack stack = EmbeddedStack.start(folder, StackConfig.freePorts(), ProgressListener.silent())) {
            conductor = stack.conductor().process();
            try (Connection connection = DriverManager.getConnection(
                    stack.jdbcUrl(), stack.postgres().user(), stack.postgres().password())) {
                assertThat(connection.isValid(1)).isTrue();
            }
            assertThat(status(stack.conductorUrl().resolve("metadata/workflow")))
                    .isEqualTo(200);
        }
        assertThat(conductor.isAlive()).isFalse();
    }

    private static int status(URI url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
