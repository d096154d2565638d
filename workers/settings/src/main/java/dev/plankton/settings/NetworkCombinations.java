package dev.plankton.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parts of a network that do not go together. The network itself refuses the same, but only once images have been read;
 * a test holds the two together.
 */
final class NetworkCombinations {
    private static final String STAGE = "mixed";
    private static final String FROM = "from:";

    /**
     * A backbone.
     *
     * @param lastStage the number of its last stage; the first is 0
     * @param smallestSide of an image in pixels
     */
    private record Backbone(String name, int lastStage, long smallestSide) {
        static Backbone of(String name) {
            return name.equals("small") ? new Backbone(name, 2, 16) : new Backbone(name, 10, 75);
        }

        String stages() {
            return "backbone '%s' has mixed0 to mixed%d alone".formatted(name, lastStage);
        }
    }

    private final Backbone backbone;
    private final Map<String, Object> values;
    private final List<String> problems = new ArrayList<>();

    private NetworkCombinations(Backbone backbone, Map<String, Object> values) {
        this.backbone = backbone;
        this.values = values;
    }

    /** One sentence for each problem; settings that are not there are not looked at. */
    static List<String> problems(Map<String, Object> values) {
        if (!(values.get("backbone") instanceof String name)) {
            return List.of();
        }
        NetworkCombinations combinations = new NetworkCombinations(Backbone.of(name), values);
        combinations.stages();
        combinations.weights();
        combinations.start();
        combinations.side();
        return combinations.problems;
    }

    private void stages() {
        int cut = stage("features", STAGE).orElse(backbone.lastStage);
        Optional<Integer> from = stage("train", FROM + STAGE);
        if (cut > backbone.lastStage) {
            problems.add("features is 'mixed%d' but %s; set it to one of these or to avg_pool."
                    .formatted(cut, backbone.stages()));
        }
        if (from.isPresent() && from.get() > backbone.lastStage) {
            problems.add(
                    "train is 'from:mixed%d' but %s; start at one of these.".formatted(from.get(), backbone.stages()));
        } else if (from.isPresent() && from.get() > cut) {
            problems.add(
                    "train is 'from:mixed%d' but features are taken at mixed%d, before it; start at mixed%d at the latest."
                            .formatted(from.get(), cut, cut));
        }
    }

    private Optional<Integer> stage(String key, String prefix) {
        return values.get(key) instanceof String value && value.startsWith(prefix)
                ? Optional.of(Integer.valueOf(value.substring(prefix.length())))
                : Optional.empty();
    }

    private void weights() {
        if (backbone.name.equals("small")
                && values.get("weights") instanceof String weights
                && !weights.equals("none")) {
            problems.add(
                    "weights are given but backbone is 'small'; set backbone to 'inception-v3' or weights to 'none'.");
        }
    }

    private void start() {
        if ("none".equals(values.getOrDefault("startFrom", "none"))) {
            return;
        }
        if (!"none".equals(values.get("weights"))) {
            problems.add(
                    "startFrom and weights are both given; a network begins with one of them, set the other to 'none'.");
        }
        if ("head".equals(values.get("train"))) {
            problems.add(
                    "startFrom is given but train is 'head', whose features come from weights alone; set startFrom to 'none' or train to 'all' or 'from:<stage>'.");
        }
    }

    private void side() {
        if (values.get("networkSide") instanceof Long side && side < backbone.smallestSide) {
            problems.add("networkSide is %d but backbone '%s' sees nothing in images under %d pixels a side; raise it."
                    .formatted(side, backbone.name, backbone.smallestSide));
        }
    }
}
