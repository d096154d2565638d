package dev.plankton.local.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What kustomize makes of each overlay and of the example in README.md, which has all components. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RenderedOverlays {
    static final String GPU = "overlays/gpu";
    static final String TRIAL = "overlays/trial";
    static final String EXAMPLE = "my-cluster";

    private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

    private final Map<String, Cluster> clusters = new TreeMap<>();

    @BeforeAll
    void render(@TempDir Path folder) throws IOException, InterruptedException {
        Kustomize kustomize = Kustomize.in(folder);
        Matcher example = YAML.matcher(Files.readString(Kustomize.SOURCES.resolve("README.md")));
        assertThat(example.find()).isTrue();
        kustomize.write(EXAMPLE, example.group(1));
        for (String overlay : List.of("overlays/cpu", GPU, TRIAL, EXAMPLE)) {
            clusters.put(overlay, kustomize.render(overlay));
        }
    }

    Cluster cluster(String overlay) {
        Cluster cluster = clusters.get(overlay);
        assertThat(cluster).as(overlay).isNotNull();
        return cluster;
    }

    Stream<Named<Cluster>> clusters() {
        return clusters.entrySet().stream().map(entry -> Named.of(entry.getKey(), entry.getValue()));
    }

    Stream<Named<Pod>> pods() {
        return named(Cluster::pods);
    }

    Stream<Named<Pod>> ownPods() {
        return named(Cluster::ownPods);
    }

    Stream<Named<Pod>> services() {
        return named(Cluster::services);
    }

    private Stream<Named<Pod>> named(Function<Cluster, List<Pod>> choice) {
        return clusters.entrySet().stream()
                .flatMap(entry -> choice.apply(entry.getValue()).stream()
                        .map(pod -> Named.of("%s in %s".formatted(pod.owner(), entry.getKey()), pod)));
    }
}
