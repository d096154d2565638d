package dev.plankton.contracts.inputs;

import dev.plankton.contracts.Spelling;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.TrainedPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks for parts of a network that cannot be used together. The network refuses the same combinations, but only after
 * the images have been read. A test keeps the two checks equal.
 */
final class NetworkCombinations {
    private static final String WHOLE = "avg_pool";

    private final Backbone backbone;
    private final Map<String, Object> values;
    private final List<String> problems = new ArrayList<>();

    private NetworkCombinations(Backbone backbone, Map<String, Object> values) {
        this.backbone = backbone;
        this.values = values;
    }

    /** One sentence for each problem. A check is skipped if one of its settings is missing. */
    static List<String> problems(Map<String, Object> values) {
        if (!(values.get("backbone") instanceof String name)) {
            return List.of();
        }
        Backbone backbone = Spelling.parse(Backbone.class, "backbone", name);
        NetworkCombinations combinations = new NetworkCombinations(backbone, values);
        combinations.stages();
        combinations.weights();
        combinations.start();
        combinations.side();
        combinations.engine();
        combinations.onnx();
        return combinations.problems;
    }

    private void stages() {
        if (backbone == Backbone.ONNX) {
            return;
        }
        String last = backbone.stages().getLast();
        String cut = values.get("features") instanceof String features && !features.equals(WHOLE) ? features : last;
        boolean known = backbone.stages().contains(cut);
        if (!known) {
            problems.add(
                    "features is '%s' but backbone '%s' has only mixed0 to %s; set it to one of these or to avg_pool."
                            .formatted(cut, Spelling.of(backbone), last));
        }
        if (!(values.get("train") instanceof String train
                && TrainedPart.parse(train) instanceof TrainedPart.From(String from))) {
            return;
        }
        if (!backbone.stages().contains(from)) {
            problems.add("train is '%s' but backbone '%s' has only mixed0 to %s; start at one of these."
                    .formatted(train, Spelling.of(backbone), last));
        } else if (known && backbone.stages().indexOf(from) > backbone.stages().indexOf(cut)) {
            problems.add("train is '%s' but features are taken at %s, before it; start at %s at the latest."
                    .formatted(train, cut, cut));
        }
    }

    private void weights() {
        if (backbone == Backbone.SMALL && values.get("weights") instanceof String weights && !weights.equals("none")) {
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
        if (TrainedPart.HEAD.equals(values.get("train"))) {
            problems.add(
                    "startFrom is given but train is 'head', whose features come only from weights; set startFrom to 'none' or train to 'all' or 'from:<stage>'.");
        }
    }

    private void onnx() {
        if (backbone != Backbone.ONNX) {
            return;
        }
        if ("none".equals(values.get("weights"))) {
            problems.add(
                    "backbone is 'onnx' but weights is 'none'; give the id that ./plankton weights import printed for the ONNX file.");
        }
        if (values.get("train") instanceof String train && !train.equals(TrainedPart.HEAD)) {
            problems.add(
                    "backbone is 'onnx' but train is '%s'; only the head can be trained on it, set train to 'head'."
                            .formatted(train));
        }
        if (values.get("features") instanceof String features && !features.equals(WHOLE)) {
            problems.add("backbone is 'onnx' but features is '%s'; its output are the features, set features to '%s'."
                    .formatted(features, WHOLE));
        }
    }

    private void engine() {
        if ("bf16".equals(values.get("precision")) && "dl4j".equals(values.get("trainingEngine"))) {
            problems.add(
                    "precision is 'bf16' but trainingEngine is 'dl4j', which has only fp32; set trainingEngine to 'auto' or 'pytorch', or precision to 'fp32'.");
        }
    }

    private void side() {
        if (values.get("networkSide") instanceof Long side && side < backbone.smallestSide()) {
            problems.add("networkSide is %d but backbone '%s' needs images of at least %d pixels a side; raise it."
                    .formatted(side, Spelling.of(backbone), backbone.smallestSide()));
        }
    }
}
