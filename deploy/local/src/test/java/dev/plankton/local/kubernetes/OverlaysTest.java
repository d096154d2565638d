package dev.plankton.local.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plankton.gateway.GatewayConfig;
import dev.plankton.local.kubernetes.CustomResources.PodMonitor;
import dev.plankton.local.kubernetes.CustomResources.ScaledObject;
import dev.plankton.steps.Steps;
import io.kubernetes.client.openapi.models.V1ContainerPort;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the parts of an overlay fit together. */
class OverlaysTest extends RenderedOverlays {
    private static final String STEPS = "PLANKTON_STEPS";
    private static final String DOMAIN = "PLANKTON_TASK_DOMAIN";
    /** A variable of compose with a default. */
    private static final Pattern DEFAULT = Pattern.compile("^\\$\\{\\w+:-(.*)}$");

    private static final String CARD = "nvidia.com/gpu";

    private static List<String> steps(Pod pod) {
        return Stream.of(pod.variables().getOrDefault(STEPS, ""))
                .flatMap(names -> Arrays.stream(names.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private static Stream<Pod> workers(Cluster cluster) {
        return cluster.ownPods().stream()
                .filter(pod -> List.of("workers").equals(pod.container().getArgs()));
    }

    /** Whoever adds a step adds its name to the workers for the network or for analysis. */
    @ParameterizedTest
    @MethodSource("clusters")
    void someWorkerTakesEveryStepOfARunWithoutADomain(Cluster cluster) {
        Set<String> taken = workers(cluster)
                .filter(pod -> !pod.variables().containsKey(DOMAIN))
                .flatMap(pod -> steps(pod).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(Steps.types().stream()
                        .map(type -> type.name().replaceFirst("^plankton_", ""))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void aCardIsForWorkersWithADomainThatTakeTheStepsOfTheNetwork(Cluster cluster) {
        workers(cluster).forEach(pod -> {
            boolean domain = pod.variables().containsKey(DOMAIN);
            assertThat(pod.container().getResources().getLimits().containsKey(CARD))
                    .as(pod.owner())
                    .isEqualTo(domain);
            assertThat(pod.container().getImage()).matches(domain ? ".*plankton-gpu:.*" : ".*plankton:.*");
            if (domain) {
                assertThat(steps(pod))
                        .isEqualTo(steps(cluster.pod("workers-network")))
                        .contains("train");
                assertThat(pod.spec().getTolerations())
                        .extracting(one -> one.getKey())
                        .containsExactly(CARD);
                assertThat(pod.spec().getNodeSelector()).containsKey("nvidia.com/gpu.present");
            }
        });
    }

    @Test
    void onlySomeOverlaysNeedCards() {
        assertThat(workers(cluster(GPU)).map(Pod::owner)).contains("workers-network-gpu");
        assertThat(workers(cluster(TRIAL)).map(Pod::owner)).doesNotContain("workers-network-gpu");
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void theNamespaceRefusesPodsThatAskForMoreRights(Cluster cluster) {
        assertThat(cluster.all(V1Namespace.class))
                .singleElement()
                .satisfies(namespace -> assertThat(namespace.getMetadata().getLabels())
                        .containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void noDeploymentTakesThePodsOfAnother(Cluster cluster) {
        for (V1Deployment deployment : cluster.all(V1Deployment.class)) {
            Map<String, String> selector = deployment.getSpec().getSelector().getMatchLabels();
            assertThat(cluster.pods().stream().filter(pod -> pod.has(selector)))
                    .extracting(Pod::owner)
                    .containsExactly(deployment.getMetadata().getName());
        }
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void everySelectorFindsPodsAndEveryPortIsTheirs(Cluster cluster) {
        for (V1Service service : cluster.all(V1Service.class)) {
            Pod pod = only(cluster, service.getSpec().getSelector());
            assertThat(pod.owner()).isEqualTo(service.getMetadata().getName());
            service.getSpec()
                    .getPorts()
                    .forEach(port -> assertThat(portNames(pod))
                            .contains(port.getTargetPort().getStrValue()));
        }
        for (V1NetworkPolicy policy : cluster.all(V1NetworkPolicy.class)) {
            Map<String, String> selector = policy.getSpec().getPodSelector().getMatchLabels();
            assertThat(cluster.pods())
                    .as(policy.getMetadata().getName())
                    .anyMatch(pod -> selector == null || pod.has(selector));
        }
        for (V1PodDisruptionBudget budget : cluster.all(V1PodDisruptionBudget.class)) {
            Map<String, String> selector = budget.getSpec().getSelector().getMatchLabels();
            assertThat(cluster.pods().stream().filter(pod -> pod.has(selector)).map(Pod::owner))
                    .containsExactlyInAnyOrderElementsOf(
                            workers(cluster).map(Pod::owner).toList());
        }
    }

    private static Pod only(Cluster cluster, Map<String, String> selector) {
        List<Pod> pods =
                cluster.pods().stream().filter(pod -> pod.has(selector)).toList();
        assertThat(pods).as(selector.toString()).hasSize(1);
        return pods.getFirst();
    }

    private static List<String> portNames(Pod pod) {
        return pod.containers().stream()
                .flatMap(container -> Pod.orNone(container.getPorts()).stream())
                .map(V1ContainerPort::getName)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void theGatewayIsReachedAtItsPort(Cluster cluster) {
        assertThat(cluster.pod("gateway").container().getPorts())
                .filteredOn(port -> port.getName().equals("http"))
                .extracting(V1ContainerPort::getContainerPort)
                .containsExactly(GatewayConfig.DEFAULT_PORT);
    }

    @Test
    void theImagesAreThoseOfCompose() throws IOException {
        JsonNode services = Manifest.read(Path.of("..", "..", "docker-compose.yml"))
                .getFirst()
                .content()
                .get("services");
        Set<String> images = StreamSupport.stream(services.spliterator(), false)
                .map(service -> DEFAULT.matcher(service.get("image").asText()).replaceFirst("$1"))
                .collect(Collectors.toSet());
        assertThat(Stream.of(TRIAL, GPU)
                        .flatMap(overlay -> cluster(overlay).pods().stream())
                        .flatMap(pod -> pod.containers().stream())
                        .map(container -> container.getImage())
                        .collect(Collectors.toSet()))
                .hasSizeGreaterThan(4)
                .isSubsetOf(images);
    }

    @Test
    void theNumberOfPreprocessorsFollowsTheAddressOfConductor() {
        Cluster cluster = cluster(EXAMPLE);
        ScaledObject scaled = cluster.all(ScaledObject.class).getFirst();
        assertThat(steps(cluster.pod(scaled.spec().scaleTargetRef().name()))).containsExactly("preprocess");
        String conductor = cluster.settings().get("PLANKTON_CONDUCTOR_URL");
        assertThat(conductor).doesNotContain("//conductor:");
        assertThat(scaled.spec().triggers().getFirst().metadata().url()).startsWith(conductor);
    }

    @Test
    void prometheusReadsWorkersAndGateway() {
        Cluster cluster = cluster(EXAMPLE);
        PodMonitor monitor = cluster.all(PodMonitor.class).getFirst();
        String port = monitor.spec().podMetricsEndpoints().getFirst().port();
        assertThat(cluster.services()).allSatisfy(pod -> {
            assertThat(pod.has(monitor.spec().selector().matchLabels())).isTrue();
            assertThat(portNames(pod)).contains(port);
        });
    }
}
