package dev.plankton.local.kubernetes;

import static dev.plankton.local.kubernetes.Pod.orNone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.engine.metrics.MetricsConfig;
import dev.plankton.engine.service.Environment;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ContainerPort;
import io.kubernetes.client.openapi.models.V1HTTPGetAction;
import io.kubernetes.client.openapi.models.V1Probe;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each pod of each overlay. */
class PodsTest extends RenderedOverlays {
    @ParameterizedTest
    @MethodSource("pods")
    void isTakenByARestrictedNamespace(Pod pod) {
        assertThat(RestrictedProfile.violations(pod)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pods")
    void cannotTalkToKubernetes(Pod pod) {
        assertThat(pod.spec().getAutomountServiceAccountToken()).isFalse();
    }

    /** MinIO looks for a folder of its own at the top of its disk; it is there only for a try. */
    @ParameterizedTest
    @MethodSource("pods")
    void writesOnlyToVolumesOfLimitedSize(Pod pod) {
        for (V1Container container : pod.containers()) {
            boolean readOnly = !container.getName().equals("store");
            assertThat(Boolean.TRUE.equals(container.getSecurityContext().getReadOnlyRootFilesystem()))
                    .as(container.getName())
                    .isEqualTo(readOnly);
        }
        assertThat(orNone(pod.spec().getVolumes()))
                .filteredOn(volume -> volume.getEmptyDir() != null)
                .allSatisfy(volume ->
                        assertThat(volume.getEmptyDir().getSizeLimit()).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("pods")
    void saysWhatItNeedsAndTakesNoMore(Pod pod) {
        for (V1Container container : pod.containers()) {
            Map<String, Quantity> requests = container.getResources().getRequests();
            Map<String, Quantity> limits = container.getResources().getLimits();
            assertThat(requests).containsKeys("cpu", "memory");
            assertThat(limits).containsKeys("cpu", "memory");
            assertThat(requests.entrySet()).allSatisfy(request -> {
                Quantity limit = limits.getOrDefault(request.getKey(), request.getValue());
                assertThat(request.getValue().getNumber()).isLessThanOrEqualTo(limit.getNumber());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("pods")
    void namesTheVersionOfItsImage(Pod pod) {
        assertThat(pod.containers())
                .allSatisfy(container -> assertThat(container.getImage())
                        .matches("[a-z0-9./-]+:[A-Za-z0-9._-]+(@sha256:[0-9a-f]{64})?")
                        .doesNotEndWith(":latest"));
    }

    @ParameterizedTest
    @MethodSource("ownPods")
    void runsAsTheUserOfTheImage(Pod pod) throws IOException {
        long user = Image.user();
        assertThat(pod.spec().getSecurityContext().getRunAsUser()).isEqualTo(user);
        assertThat(pod.spec().getSecurityContext().getRunAsGroup()).isEqualTo(user);
        assertThat(pod.spec().getSecurityContext().getFsGroup()).isEqualTo(user);
        assertThat(pod.spec().getServiceAccountName()).isEqualTo("plankton");
    }

    @ParameterizedTest
    @MethodSource("ownPods")
    void hasAStateFolderOfItsOwnWithRoomForMoreThanTheCache(Pod pod) throws IOException {
        long cache = Environment.cache(cluster(GPU).settings()).bytes();
        String state = Image.variables().get("PLANKTON_STATE_FOLDER");
        String volume = pod.container().getVolumeMounts().stream()
                .filter(mount -> mount.getMountPath().equals(state))
                .findFirst()
                .orElseThrow()
                .getName();
        assertThat(pod.spec().getVolumes())
                .filteredOn(named -> named.getName().equals(volume))
                .singleElement()
                .satisfies(named -> assertThat(
                                named.getEmptyDir().getSizeLimit().getNumber().longValue())
                        .isGreaterThan(2 * cache));
    }

    @ParameterizedTest
    @MethodSource("services")
    void saysOnThePortForMetricsHowItIs(Pod pod) throws IOException {
        String port = Image.variables().get(MetricsConfig.PORT);
        assertThat(pod.variables()).doesNotContainKeys(MetricsConfig.PORT, MetricsConfig.ADDRESS);
        V1Container container = pod.container();
        assertThat(address(container, container.getStartupProbe())).isEqualTo(port + "/health/live");
        assertThat(address(container, container.getLivenessProbe())).isEqualTo(port + "/health/live");
        assertThat(address(container, container.getReadinessProbe())).isEqualTo(port + "/health");
    }

    private static String address(V1Container container, @Nullable V1Probe probe) {
        V1HTTPGetAction get =
                Objects.requireNonNull(Objects.requireNonNull(probe).getHttpGet());
        List<V1ContainerPort> ports = container.getPorts();
        return ports.stream()
                .filter(port -> port.getName().equals(get.getPort().getStrValue()))
                .map(port -> port.getContainerPort() + get.getPath())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("services")
    void hasTimeToKeepItsTraining(Pod pod) {
        int snapshots = Integer.parseInt(cluster(GPU).settings().get("PLANKTON_SNAPSHOT_SECONDS"));
        assertThat(pod.spec().getTerminationGracePeriodSeconds()).isGreaterThan(snapshots);
    }

    @ParameterizedTest
    @MethodSource("services")
    void spreadsOverTheMachinesWithItsEquals(Pod pod) {
        assertThat(orNone(pod.spec().getTopologySpreadConstraints()))
                .hasSize(pod.owner().startsWith("workers") ? 1 : 0)
                .allSatisfy(spread -> assertThat(spread.getLabelSelector().getMatchLabels())
                        .isEqualTo(pod.labels())
                        .containsEntry("app.kubernetes.io/name", pod.owner()));
    }
}
