package dev.plankton.local.kubernetes;

import static dev.plankton.local.kubernetes.Pod.orNone;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The variables and the Secret of each pod that runs this project's program. */
class SettingsTest extends RenderedOverlays {
    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern VARIABLE = Pattern.compile("\"(PLANKTON_[A-Z_]+)\"");
    private static final String FROM_FILE = "_FILE";

    /** Every variable that the program names. */
    private static Set<String> variables() throws IOException {
        Set<String> variables = new TreeSet<>();
        try (Stream<Path> files =
                Stream.of("workers", "workflows", "db", "deploy").flatMap(folder -> walk(ROOT.resolve(folder)))) {
            for (Path file : files.filter(file ->
                            file.toString().endsWith(".java") && file.toString().contains("/src/main/"))
                    .toList()) {
                VARIABLE.matcher(Files.readString(file)).results().forEach(found -> variables.add(found.group(1)));
            }
        }
        return variables;
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void theProgramReadsEveryVariable(Cluster cluster) throws IOException {
        Set<String> read = variables();
        assertThat(read).contains("PLANKTON_STEPS").doesNotContain("PLANKTON_STEP");
        Set<String> given = new TreeSet<>(cluster.settings().keySet());
        cluster.ownPods().forEach(pod -> given.addAll(cluster.settings(pod).keySet()));
        assertThat(given.stream().map(name -> name.replaceFirst(FROM_FILE + "$", "")))
                .allMatch(name -> name.startsWith("PLANKTON_"))
                .isSubsetOf(read);
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void everyPodGetsTheSettings(Cluster cluster) {
        Set<String> maps = cluster.all(V1ConfigMap.class).stream()
                .map(map -> map.getMetadata().getName())
                .collect(Collectors.toSet());
        assertThat(cluster.ownPods())
                .allSatisfy(pod -> assertThat(pod.container().getEnvFrom())
                        .singleElement()
                        .satisfies(from ->
                                assertThat(maps).contains(from.getConfigMapRef().getName())));
    }

    @ParameterizedTest
    @MethodSource("ownPods")
    void everySecretIsAFileAndEveryFileIsUsed(Pod pod) {
        List<String> files = pod.variables().entrySet().stream()
                .filter(variable -> variable.getKey().endsWith(FROM_FILE))
                .map(variable -> variable.getValue())
                .toList();
        assertThat(files).isNotEmpty();
        assertThat(pod.secretFiles()).containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void thePodsUseTheKeysOfTheExampleAndNoOthers() {
        Set<String> keys =
                cluster(TRIAL).all(V1Secret.class).getFirst().getData().keySet();
        Set<String> used = cluster(TRIAL).ownPods().stream()
                .flatMap(pod -> pod.spec().getVolumes().stream())
                .filter(volume -> volume.getSecret() != null)
                .peek(volume -> assertThat(volume.getSecret().getSecretName()).isEqualTo("plankton-secrets"))
                .flatMap(volume -> orNone(volume.getSecret().getItems()).stream())
                .map(item -> item.getKey())
                .collect(Collectors.toSet());
        assertThat(used).isEqualTo(keys);
    }

    @Test
    void theGatewayReadsWithTheLoginThatSetupMakes() {
        Cluster cluster = cluster(TRIAL);
        Map<String, String> gateway = cluster.settings(cluster.pod("gateway"));
        Map<String, String> setup = cluster.settings(cluster.pod("setup"));
        assertThat(gateway.get("PLANKTON_DATABASE_USER"))
                .isNotNull()
                .isEqualTo(setup.get("PLANKTON_READER_USER"))
                .isNotEqualTo(setup.get("PLANKTON_DATABASE_USER"));
        assertThat(cluster.pod("gateway").secretFiles()).noneMatch(file -> file.contains("database-password"));
        assertThat(cluster.ownPods())
                .filteredOn(pod -> pod.secretFiles().stream().anyMatch(file -> file.contains("gateway-token")))
                .extracting(Pod::owner)
                .containsExactlyInAnyOrder("cli", "gateway");
    }
}
