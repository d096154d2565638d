package dev.plankton.local.kubernetes;

import static dev.plankton.local.kubernetes.Pod.orNone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.local.kubernetes.CustomResources.Kustomization;
import dev.plankton.local.kubernetes.CustomResources.Patch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.error.YAMLException;

/** The files one by one, without kustomize. */
class ManifestFilesTest {
    private static final String KUSTOMIZATION = "kustomization.yaml";

    private static final String GOOD = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: example}
            spec:
              replicas: 1
              selector: {matchLabels: {app: example}}
              template:
                spec:
                  containers:
                    - name: example
                      env: [{name: PORT, value: "8126"}]
                      resources: {limits: {memory: 1Gi}}
                      securityContext: {runAsNonRoot: true}
            """;

    private static final String GOOD_SCALING = """
            apiVersion: keda.sh/v1alpha1
            kind: ScaledObject
            metadata: {name: example}
            spec:
              scaleTargetRef: {name: example}
              triggers:
                - type: metrics-api
                  metadata: {url: "http://example/", valueLocation: size, targetValue: "4"}
            """;

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Kustomize.SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    private static Kustomization kustomization(Path file) throws IOException {
        return (Kustomization) Types.read(Manifest.read(file).getFirst());
    }

    private static List<Path> kustomizations() throws IOException {
        return files().stream().filter(file -> file.endsWith(KUSTOMIZATION)).toList();
    }

    /** The files of patches, which are no whole resources. */
    private static Set<Path> patches() throws IOException {
        Set<Path> patches = new TreeSet<>();
        for (Path file : kustomizations()) {
            orNone(kustomization(file).patches()).stream()
                    .map(Patch::path)
                    .filter(Objects::nonNull)
                    .forEach(path -> patches.add(file.resolveSibling(path)));
        }
        return patches;
    }

    @Test
    void everyFileIsAResourceThatKubernetesOrKustomizeKnows() throws IOException {
        Set<Path> patches = patches();
        assertThat(patches).isNotEmpty();
        for (Path file : files()) {
            List<Manifest> manifests = Manifest.read(file);
            assertThat(manifests).as(file.toString()).isNotEmpty();
            if (!patches.contains(file)) {
                assertThat(manifests)
                        .allSatisfy(manifest -> assertThat(Types.read(manifest)).isNotNull());
            }
        }
    }

    @Test
    void everyFileIsNamedByAKustomization() throws IOException {
        Set<Path> named = patches();
        for (Path file : kustomizations()) {
            Kustomization kustomization = kustomization(file);
            Stream.concat(orNone(kustomization.resources()).stream(), orNone(kustomization.components()).stream())
                    .map(path -> file.resolveSibling(path).normalize())
                    .peek(path -> assertThat(path).as("named in " + file).exists())
                    .forEach(named::add);
        }
        assertThat(files().stream()
                        .filter(file -> !file.endsWith(KUSTOMIZATION))
                        .map(Path::normalize)
                        .collect(Collectors.toSet()))
                .isSubsetOf(named.stream().map(Path::normalize).collect(Collectors.toSet()));
    }

    @Test
    void theExamplesForTheNextTestAreGood() {
        assertThat(Types.read(only(GOOD))).isNotNull();
        assertThat(Types.read(only(GOOD_SCALING))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "an unknown field         | 'replicas: 1'           | 'replica: 1'",
                "an unknown field deep in | 'limits:'               | 'limit:'",
                "a missing field          | 'selector: {matchLabels: {app: example}}' | ''",
                "a number for a text      | 'value: \"8126\"'       | 'value: 8126'",
                "a text for a number      | 'replicas: 1'           | 'replicas: one'",
                "a text for a truth value | 'runAsNonRoot: true'    | 'runAsNonRoot: \"true\"'",
                "not a quantity           | 'memory: 1Gi'           | 'memory: 1 GB'",
                "an unknown type          | 'apps/v1'               | 'apps/v1beta1'",
                "a field of KEDA          | 'scaleTargetRef: {'     | 'scaleTargetRef: {names: x, '",
                "a missing field of KEDA  | 'valueLocation: size, ' | ''",
                "a number for KEDA's text | 'targetValue: \"4\"'    | 'targetValue: 4'",
                "another trigger of KEDA  | 'type: metrics-api'     | 'type: metric-api'",
            })
    void refuses(String what, String right, String wrong) {
        String good = GOOD.contains(right) ? GOOD : GOOD_SCALING;
        assertThat(good).contains(right);
        assertThatIllegalArgumentException()
                .as(what)
                .isThrownBy(() -> Types.read(only(good.replace(right, wrong))))
                .withMessageContaining("example");
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        assertThatThrownBy(() -> only(GOOD + "kind: Job\n"))
                .isInstanceOf(YAMLException.class)
                .hasMessageContaining("kind");
    }

    private static Manifest only(String text) {
        return Manifest.parse("a test", text).getFirst();
    }
}
