package dev.plankton.local.kubernetes;

import static dev.plankton.local.kubernetes.Pod.orNone;

import io.kubernetes.client.openapi.models.V1Capabilities;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1PodSecurityContext;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1Probe;
import io.kubernetes.client.openapi.models.V1SeccompProfile;
import io.kubernetes.client.openapi.models.V1SecurityContext;
import io.kubernetes.client.openapi.models.V1Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The level "restricted" of the Pod Security Standards of Kubernetes, for pods of Linux. It also refuses some harmless
 * settings that the level allows and nothing here needs.
 */
final class RestrictedProfile {
    private static final Set<String> SECCOMP = Set.of("RuntimeDefault", "Localhost");

    private final V1PodSpec pod;
    private final V1PodSecurityContext shared;
    private final List<String> violations = new ArrayList<>();

    private RestrictedProfile(V1PodSpec pod) {
        this.pod = pod;
        this.shared = Objects.requireNonNullElseGet(pod.getSecurityContext(), V1PodSecurityContext::new);
    }

    /** What the pod asks for that a restricted namespace refuses; empty if nothing. */
    static List<String> violations(Pod pod) {
        RestrictedProfile profile = new RestrictedProfile(pod.spec());
        profile.checkPod();
        pod.containers().forEach(profile::check);
        return List.copyOf(profile.violations);
    }

    private void checkPod() {
        refuse(
                Stream.of(pod.getHostNetwork(), pod.getHostPID(), pod.getHostIPC())
                        .anyMatch(RestrictedProfile::isTrue),
                "shares a namespace of the host");
        refuse(!orNone(shared.getSysctls()).isEmpty(), "sets sysctls");
        refuse(shared.getSeLinuxOptions() != null, "sets SELinux options");
        refuse(shared.getAppArmorProfile() != null, "sets an AppArmor profile");
        refuse(shared.getWindowsOptions() != null, "sets options of Windows");
        refuse(isRoot(shared.getRunAsUser()), "runs as root");
        for (V1Volume volume : orNone(pod.getVolumes())) {
            refuse(!isAllowed(volume), "has the volume " + volume.getName());
        }
    }

    private static boolean isAllowed(V1Volume volume) {
        return Stream.of(
                        volume.getConfigMap(),
                        volume.getCsi(),
                        volume.getDownwardAPI(),
                        volume.getEmptyDir(),
                        volume.getEphemeral(),
                        volume.getPersistentVolumeClaim(),
                        volume.getProjected(),
                        volume.getSecret())
                .anyMatch(Objects::nonNull);
    }

    private void check(V1Container container) {
        V1SecurityContext own = Objects.requireNonNullElseGet(container.getSecurityContext(), V1SecurityContext::new);
        V1Capabilities capabilities = Objects.requireNonNullElseGet(own.getCapabilities(), V1Capabilities::new);
        refuse(isTrue(own.getPrivileged()), "is privileged");
        refuse(!Boolean.FALSE.equals(own.getAllowPrivilegeEscalation()), "may gain privileges");
        refuse(!orNone(capabilities.getDrop()).contains("ALL"), "keeps capabilities");
        refuse(!Set.of("NET_BIND_SERVICE").containsAll(orNone(capabilities.getAdd())), "adds capabilities");
        refuse(!isTrue(or(own.getRunAsNonRoot(), shared.getRunAsNonRoot())), "may run as root");
        refuse(isRoot(own.getRunAsUser()), "runs as root");
        V1SeccompProfile seccomp = or(own.getSeccompProfile(), shared.getSeccompProfile());
        refuse(seccomp == null || !SECCOMP.contains(seccomp.getType()), "has no seccomp profile");
        refuse(own.getProcMount() != null && !own.getProcMount().equals("Default"), "sees all of /proc");
        refuse(own.getSeLinuxOptions() != null, "sets SELinux options");
        refuse(own.getAppArmorProfile() != null, "sets an AppArmor profile");
        refuse(own.getWindowsOptions() != null, "sets options of Windows");
        refuse(orNone(container.getPorts()).stream().anyMatch(port -> port.getHostPort() != null), "takes a host port");
        refuse(probes(container).anyMatch(RestrictedProfile::namesHost), "probes another host");
    }

    private static Stream<V1Probe> probes(V1Container container) {
        return Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                .flatMap(probe -> Optional.ofNullable(probe).stream());
    }

    private static boolean namesHost(V1Probe probe) {
        return (probe.getHttpGet() != null && probe.getHttpGet().getHost() != null)
                || (probe.getTcpSocket() != null && probe.getTcpSocket().getHost() != null);
    }

    private static <T> @Nullable T or(@Nullable T own, @Nullable T shared) {
        return own == null ? shared : own;
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static boolean isRoot(@Nullable Long user) {
        return user != null && user == 0;
    }

    private void refuse(boolean violated, String what) {
        if (violated) {
            violations.add(what);
        }
    }
}
