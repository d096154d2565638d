package dev.plankton.local.kubernetes;

import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What an overlay sends to Kubernetes; all of it is read as strictly as {@link Types} does. */
final class Cluster {
    private static final Set<String> NO_SERVICES = Set.of("setup", "cli");

    private final List<Object> resources;

    Cluster(List<Manifest> manifests) {
        resources = manifests.stream().map(Types::read).toList();
    }

    /** The resources of one type. */
    <T> List<T> all(Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The pods of everything that starts pods. */
    List<Pod> pods() {
        return resources.stream()
                .flatMap(resource -> switch (resource) {
                    case V1Deployment deployment ->
                        Stream.of(new Pod(
                                deployment.getMetadata().getName(),
                                deployment.getSpec().getTemplate()));
                    case V1StatefulSet set ->
                        Stream.of(new Pod(
                                set.getMetadata().getName(), set.getSpec().getTemplate()));
                    case V1Job job ->
                        Stream.of(new Pod(
                                job.getMetadata().getName(), job.getSpec().getTemplate()));
                    default -> Stream.<Pod>empty();
                })
                .toList();
    }

    /** Those that run this project's program. */
    List<Pod> ownPods() {
        return pods().stream().filter(Pod::isOurs).toList();
    }

    /** Those of them that work until they are stopped. */
    List<Pod> services() {
        return ownPods().stream()
                .filter(pod -> !NO_SERVICES.contains(pod.owner()))
                .toList();
    }

    Pod pod(String owner) {
        return pods().stream()
                .filter(pod -> pod.owner().equals(owner))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no pod of " + owner));
    }

    /** The settings of a pod of this project: those that all share, and its own. */
    Map<String, String> settings(Pod pod) {
        Map<String, String> settings = new HashMap<>(settings());
        pod.renamed().forEach((name, shared) -> settings.put(name, settings().get(shared)));
        settings.putAll(pod.variables());
        return settings;
    }

    /** The settings that all pods of this project share. */
    Map<String, String> settings() {
        return all(V1ConfigMap.class).stream()
                .filter(map -> map.getMetadata().getName().startsWith("plankton-settings-"))
                .findFirst()
                .orElseThrow()
                .getData();
    }
}
