package dev.plankton.local.kubernetes;

import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1EnvVar;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1PodTemplateSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pod as its owner starts it.
 *
 * @param owner the name of the Deployment, StatefulSet or Job
 */
record Pod(String owner, V1PodTemplateSpec template) {
    /** The name of the one container of each pod that runs this project's program. */
    private static final String OURS = "plankton";

    V1PodSpec spec() {
        return Objects.requireNonNull(template.getSpec());
    }

    Map<String, String> labels() {
        return template.getMetadata().getLabels();
    }

    boolean has(Map<String, String> labels) {
        return labels().entrySet().containsAll(labels.entrySet());
    }

    boolean isOurs() {
        return containers().stream().anyMatch(container -> container.getName().equals(OURS));
    }

    /** With those that only prepare something. */
    List<V1Container> containers() {
        return Stream.concat(orNone(spec().getInitContainers()).stream(), spec().getContainers().stream())
                .toList();
    }

    /** The only container. */
    V1Container container() {
        if (containers().size() != 1) {
            throw new AssertionError(
                    "%s has %d containers".formatted(owner, containers().size()));
        }
        return containers().getFirst();
    }

    /** The variables of the only container that have values in the manifest itself. */
    Map<String, String> variables() {
        return orNone(container().getEnv()).stream()
                .filter(variable -> variable.getValue() != null)
                .collect(Collectors.toMap(V1EnvVar::getName, V1EnvVar::getValue));
    }

    /** The names of the shared settings that it knows under other names, by these names. */
    Map<String, String> renamed() {
        return orNone(container().getEnv()).stream()
                .filter(variable -> variable.getValueFrom() != null)
                .collect(Collectors.toMap(
                        V1EnvVar::getName,
                        variable -> Objects.requireNonNull(
                                        variable.getValueFrom().getConfigMapKeyRef())
                                .getKey()));
    }

    /** The paths at which the container finds the keys of the Secret. */
    Set<String> secretFiles() {
        return container().getVolumeMounts().stream()
                .flatMap(mount -> spec().getVolumes().stream()
                        .filter(volume -> volume.getName().equals(mount.getName()) && volume.getSecret() != null)
                        .flatMap(volume -> volume.getSecret().getItems().stream())
                        .map(item -> mount.getMountPath() + "/" + item.getPath()))
                .collect(Collectors.toSet());
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    @Override
    public String toString() {
        return owner;
    }
}
