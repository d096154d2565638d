package dev.plankton.local.kubernetes;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Resources that Kubernetes' client does not know, with the fields that are used here; required are those that their
 * own definitions require. An enum has the one value that is used.
 */
final class CustomResources {

    private CustomResources() {}

    record Metadata(
            @JsonProperty(required = true) String name,
            @Nullable String namespace,
            @Nullable Map<String, String> labels) {}

    /** KEDA's, keda.sh/v1alpha1. */
    record ScaledObject(
            @JsonProperty(required = true) String apiVersion,
            @JsonProperty(required = true) String kind,
            @JsonProperty(required = true) Metadata metadata,
            @JsonProperty(required = true) ScaledObjectSpec spec) {}

    record ScaledObjectSpec(
            @JsonProperty(required = true) ScaleTarget scaleTargetRef,
            @JsonProperty(required = true) List<Trigger> triggers,
            @Nullable Integer minReplicaCount,
            @Nullable Integer maxReplicaCount,
            @Nullable Integer pollingInterval,
            @Nullable Integer cooldownPeriod,
            @Nullable Advanced advanced) {}

    record ScaleTarget(@JsonProperty(required = true) String name) {}

    record Trigger(
            @JsonProperty(required = true) TriggerType type,
            @JsonProperty(required = true) MetricsApi metadata) {}

    enum TriggerType {
        @JsonProperty("metrics-api")
        METRICS_API
    }

    /** Figures are texts here. */
    record MetricsApi(
            @JsonProperty(required = true) String url,
            @JsonProperty(required = true) String valueLocation,
            @JsonProperty(required = true) String targetValue) {}

    record Advanced(@JsonProperty(required = true) AutoscalerConfig horizontalPodAutoscalerConfig) {}

    record AutoscalerConfig(@JsonProperty(required = true) Behavior behavior) {}

    record Behavior(@JsonProperty(required = true) ScaleDown scaleDown) {}

    record ScaleDown(@JsonProperty(required = true) Integer stabilizationWindowSeconds) {}

    /** The Prometheus operator's, monitoring.coreos.com/v1. */
    record PodMonitor(
            @JsonProperty(required = true) String apiVersion,
            @JsonProperty(required = true) String kind,
            @JsonProperty(required = true) Metadata metadata,
            @JsonProperty(required = true) PodMonitorSpec spec) {}

    record PodMonitorSpec(
            @JsonProperty(required = true) Selector selector,
            @JsonProperty(required = true) List<Endpoint> podMetricsEndpoints) {}

    record Selector(@JsonProperty(required = true) Map<String, String> matchLabels) {}

    record Endpoint(
            @JsonProperty(required = true) String port,
            @Nullable String path,
            @Nullable String interval) {}

    /** Kustomize's kustomizations and components; it checks what a target or a replacement holds itself. */
    record Kustomization(
            @JsonProperty(required = true) String apiVersion,
            @JsonProperty(required = true) String kind,
            @Nullable String namespace,
            @Nullable String nameSuffix,
            @Nullable List<String> resources,
            @Nullable List<String> components,
            @Nullable List<Labels> labels,
            @Nullable List<Image> images,
            @Nullable List<Patch> patches,
            @Nullable List<Generator> configMapGenerator,
            @Nullable List<Generator> secretGenerator,
            @Nullable GeneratorOptions generatorOptions,
            @Nullable List<JsonNode> replacements) {}

    record Labels(
            @Nullable Boolean includeSelectors,
            @JsonProperty(required = true) Map<String, String> pairs) {}

    record Image(
            @JsonProperty(required = true) String name,
            @Nullable String newName,
            @Nullable String newTag) {}

    record Patch(
            @Nullable String path,
            @Nullable String patch,
            @Nullable JsonNode target) {}

    record Generator(
            @JsonProperty(required = true) String name,
            @Nullable GeneratorBehavior behavior,
            @Nullable List<String> envs,
            @Nullable List<String> files,
            @Nullable List<String> literals) {}

    enum GeneratorBehavior {
        @JsonProperty("merge")
        MERGE
    }

    record GeneratorOptions(@JsonProperty(required = true) Boolean disableNameSuffixHash) {}
}
