package dev.plankton.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Values that are each allowed but do not go together. */
final class Combinations {
    /** The largest squared distance between two embeddings of length 1. */
    private static final double FARTHEST_ON_SPHERE = 4;

    private final Map<String, Object> values;
    private final List<String> problems = new ArrayList<>();

    private Combinations(Map<String, Object> values) {
        this.values = values;
    }

    /** One sentence for each problem; settings that are not there are not looked at. */
    static List<String> problems(Map<String, Object> values) {
        Combinations combinations = new Combinations(values);
        combinations.fitting();
        combinations.problems.addAll(NetworkCombinations.problems(values));
        return combinations.problems;
    }

    private void fitting() {
        both("trainingId", "vectors", (String training, String vectors) -> analysed(training, vectors));
        both(
                "vectors",
                "datasetId",
                (String vectors, String dataset) -> dataset.isEmpty() || !vectors.isEmpty()
                        ? ""
                        : "datasetId names the images of given vectors, but vectors is blank; leave it blank too.");
        both("head", "margin", (String head, Double margin) -> margin(head, margin));
        both(
                "rounds",
                "learningRates",
                (Long rounds, List<?> rates) -> rates.isEmpty() || rates.size() == rounds
                        ? ""
                        : "learningRates has %d values but rounds is %d; leave rounds blank or set it to %d."
                                .formatted(rates.size(), rounds, rates.size()));
        both("rounds", "resampleAtRounds", (Long rounds, List<?> resampled) -> resampled(rounds, resampled));
        both(
                "side",
                "networkSide",
                (Long side, Long networkSide) -> networkSide <= side
                        ? ""
                        : "networkSide is %d but images have only %d pixels a side; set it to at most %d or raise side."
                                .formatted(networkSide, side, side));
        both(
                "dendrogramLeaves",
                "dendrogramClusters",
                (Long leaves, Long clusters) -> clusters <= leaves
                        ? ""
                        : "dendrogramClusters is %d but dendrogramLeaves is %d; there cannot be more clusters than leaves."
                                .formatted(clusters, leaves));
    }

    private static String analysed(String training, String vectors) {
        if (training.isEmpty() && vectors.isEmpty()) {
            return "trainingId is missing; give the trainingId that a run of plankton_training or plankton_embedding printed, or vectors.";
        }
        return training.isEmpty() || vectors.isEmpty()
                ? ""
                : "trainingId and vectors are both given; analyse one of them at a time.";
    }

    private String margin(String head, double margin) {
        double farthest = head.equals("sphere") ? FARTHEST_ON_SPHERE : dimensions();
        return margin < farthest
                ? ""
                : "margin is %s but with head '%s' no two embeddings are farther apart than %s (squared); set it below that."
                        .formatted(Values.text(margin), head, Values.text(farthest));
    }

    private double dimensions() {
        return values.get("dimensions") instanceof Long dimensions ? dimensions : Double.MAX_VALUE;
    }

    private static String resampled(long rounds, List<?> resampled) {
        long before = 0;
        for (Object at : resampled) {
            if (!(at instanceof Long round) || round > rounds || round <= before) {
                return "resampleAtRounds is %s; it must name rounds from 1 to %d, rising.".formatted(resampled, rounds);
            }
            before = round;
        }
        return "";
    }

    @SuppressWarnings("unchecked") // the kinds of the schema say what is behind a key
    private <A, B> void both(String first, String second, BiFunction<A, B, String> check) {
        Object a = values.get(first);
        Object b = values.get(second);
        if (a != null && b != null) {
            String problem = check.apply((A) a, (B) b);
            if (!problem.isEmpty()) {
                problems.add(problem);
            }
        }
    }
}
