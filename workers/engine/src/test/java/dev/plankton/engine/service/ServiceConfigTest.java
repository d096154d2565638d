package dev.plankton.engine.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.engine.metrics.MetricsConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceConfigTest {
    private static final Map<String, String> SECRETS = Map.of(
            "PLANKTON_STORE_ACCESS_KEY", "key",
            "PLANKTON_STORE_SECRET_KEY", "hidden-store",
            "PLANKTON_DATABASE_PASSWORD", "hidden-database");

    @Test
    void everythingButTheSecretsHasADefault() {
        ServiceConfig config = ServiceConfig.fromEnvironment(SECRETS);

        assertThat(config.conductor()).isEqualTo(URI.create("http://127.0.0.1:8080/api/"));
        assertThat(config.store().url()).isEqualTo(URI.create("http://127.0.0.1:9000"));
        assertThat(config.store().bucket()).isEqualTo("plankton");
        assertThat(config.database().url()).isEqualTo("jdbc:postgresql://127.0.0.1:5432/plankton");
        assertThat(config.database().user()).isEqualTo("plankton");
        assertThat(config.stateFolder()).isEqualTo(Path.of("plankton-state"));
        assertThat(config.threads()).isOne();
        assertThat(config.cache().bytes()).isEqualTo(20_000_000_000L);
        assertThat(config.taskDomain()).isEmpty();
    }

    @Test
    void takesWhatIsGiven() {
        ServiceConfig config = ServiceConfig.fromEnvironment(with(Map.of(
                "PLANKTON_CONDUCTOR_URL", "https://conductor:1/api/",
                "PLANKTON_STORE_URL", " https://store:2 ",
                "PLANKTON_STORE_BUCKET", "bucket",
                "PLANKTON_DATABASE_URL", "jdbc:postgresql://db/x",
                "PLANKTON_DATABASE_USER", "user",
                "PLANKTON_STATE_FOLDER", "/state",
                "PLANKTON_THREADS", "7",
                "PLANKTON_CACHE_GB", "7.5",
                "PLANKTON_TASK_DOMAIN", "gpu")));

        assertThat(config.conductor()).isEqualTo(URI.create("https://conductor:1/api/"));
        assertThat(config.store().url()).isEqualTo(URI.create("https://store:2"));
        assertThat(config.store().secretKey()).isEqualTo("hidden-store");
        assertThat(config.database().password()).isEqualTo("hidden-database");
        assertThat(config.stateFolder()).isEqualTo(Path.of("/state"));
        assertThat(config.threads()).isEqualTo(7);
        assertThat(config.cache().bytes()).isEqualTo(7_500_000_000L);
        assertThat(config.taskDomain()).hasValue("gpu");
    }

    @Test
    void metricsAreShownOnlyWhereTheEnvironmentSaysSo() {
        assertThat(ServiceConfig.fromEnvironment(SECRETS).metrics()).isEmpty();
        assertThat(ServiceConfig.fromEnvironment(with(Map.of("PLANKTON_METRICS_PORT", "8126")))
                        .metrics())
                .hasValue(new MetricsConfig("127.0.0.1", 8126));
        assertThat(ServiceConfig.fromEnvironment(
                                with(Map.of("PLANKTON_METRICS_PORT", "0", "PLANKTON_METRICS_ADDRESS", "0.0.0.0")))
                        .metrics())
                .hasValue(new MetricsConfig("0.0.0.0", 0));
    }

    @Test
    void secretsAreNeverShown() {
        assertThat(ServiceConfig.fromEnvironment(SECRETS).toString()).doesNotContain("hidden");
    }

    @Test
    void secretsMayComeFromFiles(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "from-a-file\n");
        Map<String, String> environment = with(Map.of("PLANKTON_STORE_SECRET_KEY_FILE", file.toString()));
        environment.remove("PLANKTON_STORE_SECRET_KEY");

        assertThat(ServiceConfig.fromEnvironment(environment).store().secretKey())
                .isEqualTo("from-a-file");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PLANKTON_THREADS          | 0                      | from 1 to 256, not 0
            PLANKTON_THREADS          | many                   | must be a whole number, not 'many'
            PLANKTON_CACHE_GB         | 0                      | must be a number of gigabytes from 0.1 to 100000, such as 20 or 7.5, not '0'.
            PLANKTON_CACHE_GB         | -5                     | not '-5'.
            PLANKTON_CACHE_GB         | 100000.1               | not '100000.1'.
            PLANKTON_CACHE_GB         | 99999999999            | not '99999999999'.
            PLANKTON_CACHE_GB         | 20 GB                  | not '20 GB'.
            PLANKTON_CACHE_GB         | 1e3                    | not '1e3'.
            PLANKTON_CACHE_GB         | 7,5                    | not '7,5'.
            PLANKTON_TASK_DOMAIN      | gpu,NO_DOMAIN          | must be one word
            PLANKTON_METRICS_PORT     | 99999                  | must be from 0 (any free port) to 65535, not 99999
            PLANKTON_METRICS_PORT     | on                     | must be a whole number, not 'on'
            PLANKTON_CONDUCTOR_URL    | http://conductor:8080  | must end in /api/
            PLANKTON_CONDUCTOR_URL    | mailto:somebody        | must end in /api/
            PLANKTON_STORE_URL        | ftp://store            | must be an http or https address
            PLANKTON_STORE_BUCKET     | A                      | must be an S3 bucket name
            PLANKTON_DATABASE_URL     | jdbc:h2:x              | must start with jdbc:postgresql:
            """)
    void refusesWhatCannotWork(String name, String value, String sentence) {
        assertThatThrownBy(() -> ServiceConfig.fromEnvironment(with(Map.of(name, value))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(sentence);
    }

    @Test
    void namesTheMissingSecret() {
        assertThatThrownBy(() -> ServiceConfig.fromEnvironment(Map.of()))
                .hasMessage(
                        "Set PLANKTON_STORE_ACCESS_KEY, or PLANKTON_STORE_ACCESS_KEY_FILE to a file that holds it.");
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(SECRETS);
        all.putAll(more);
        return all;
    }
}
