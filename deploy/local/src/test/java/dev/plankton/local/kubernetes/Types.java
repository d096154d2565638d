package dev.plankton.local.kubernetes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.plankton.local.kubernetes.CustomResources.Kustomization;
import dev.plankton.local.kubernetes.CustomResources.PodMonitor;
import dev.plankton.local.kubernetes.CustomResources.ScaledObject;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads a manifest as its type as strictly as Kubernetes does when it is told to be strict. */
final class Types {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private static final Map<String, Reader> KUBERNETES = Map.ofEntries(
            Map.entry("v1 ConfigMap", V1ConfigMap::fromJson),
            Map.entry("v1 Namespace", V1Namespace::fromJson),
            Map.entry("v1 Secret", V1Secret::fromJson),
            Map.entry("v1 Service", V1Service::fromJson),
            Map.entry("v1 ServiceAccount", V1ServiceAccount::fromJson),
            Map.entry("apps/v1 Deployment", V1Deployment::fromJson),
            Map.entry("apps/v1 StatefulSet", V1StatefulSet::fromJson),
            Map.entry("batch/v1 Job", V1Job::fromJson),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::fromJson),
            Map.entry("policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::fromJson));

    private static final Map<String, Class<? extends Record>> CUSTOM = Map.of(
            "keda.sh/v1alpha1 ScaledObject", ScaledObject.class,
            "monitoring.coreos.com/v1 PodMonitor", PodMonitor.class,
            "kustomize.config.k8s.io/v1beta1 Kustomization", Kustomization.class,
            "kustomize.config.k8s.io/v1alpha1 Component", Kustomization.class);

    private interface Reader {
        Object read(String json) throws IOException;
    }

    private Types() {}

    /**
     * The typed resource.
     *
     * @throws IllegalArgumentException if the type is unknown, a field is unknown, a required one is missing, or a value
     *     is of another type than its field
     */
    static Object read(Manifest manifest) {
        try {
            Class<? extends Record> custom = CUSTOM.get(manifest.type());
            if (custom != null) {
                return JSON.readerFor(custom).readValue(manifest.content());
            }
            Reader reader = KUBERNETES.get(manifest.type());
            if (reader == null) {
                throw new IllegalArgumentException("the type '%s' is unknown".formatted(manifest.type()));
            }
            Object resource = reader.read(manifest.content().toString());
            sameAfterwards(manifest.content(), resource);
            return resource;
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("%s: %s".formatted(manifest, e.getMessage()), e);
        }
    }

    /** The client takes the number 8126 for a text and the text "yes" for a truth value; Kubernetes refuses both. */
    private static void sameAfterwards(JsonNode given, Object resource) throws IOException {
        JsonNode understood = JSON.readTree(io.kubernetes.client.openapi.JSON.serialize(resource));
        if (!holds(understood, given)) {
            throw new IllegalArgumentException("is understood as %s instead of %s".formatted(understood, given));
        }
    }

    /** Whether all that is given stands there, and looks the same; the client adds empty lists. */
    private static boolean holds(JsonNode understood, JsonNode given) {
        if (given.isObject()) {
            return given.properties().stream()
                    .allMatch(field -> holds(understood.path(field.getKey()), field.getValue()));
        }
        if (given.isArray()) {
            return given.size() == understood.size()
                    && IntStream.range(0, given.size()).allMatch(i -> holds(understood.get(i), given.get(i)));
        }
        return given.equals(understood);
    }
}
