package dev.plankton.contracts.inputs;

import dev.plankton.contracts.Spelling;
import dev.plankton.contracts.choices.Augment;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.HeadAlone;
import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.LossCheck;
import dev.plankton.contracts.choices.Margin;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.contracts.choices.Sampling;
import dev.plankton.contracts.choices.TrainedPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Checks for values that are allowed alone but cannot be used together. */
final class Combinations {
    private final Map<String, Object> values;
    private final List<String> problems = new ArrayList<>();

    private Combinations(Map<String, Object> values) {
        this.values = values;
    }

    /** One sentence for each problem. A check is skipped if one of its settings is missing. */
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
                        : "datasetId names the images of uploaded vectors, but vectors is blank; leave both blank.");
        both("head", "margin", (String head, Double margin) -> margin(head, margin));
        both("loss", "head", (String loss, String head) -> similarity(loss, head));
        both(
                "sampling",
                "loss",
                (String sampling, String loss) -> Sampling.problem(
                                Spelling.parse(Sampling.class, "sampling", sampling),
                                Spelling.parse(Loss.class, "loss", loss))
                        .orElse(""));
        both("train", "augment", (String train, String augment) -> headAlone(train, augment));
        both(
                "rankBy",
                "heldOutClasses",
                (String rankBy, String heldOut) -> rankBy.equals("unseenMapAtR") && heldOut.equals(HeldOutClasses.NONE)
                        ? "rankBy is 'unseenMapAtR' but heldOutClasses is 'none'; hold classes out, or rank by another figure."
                        : "");
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
        if (!(values.get("dimensions") instanceof Long dimensions) || !(values.get("loss") instanceof String loss)) {
            return "";
        }
        return Margin.problem(
                        Spelling.parse(Head.class, "head", head),
                        Spelling.parse(Loss.class, "loss", loss),
                        Math.toIntExact(dimensions),
                        margin)
                .orElse("");
    }

    private String similarity(String loss, String head) {
        if (!(values.get("miner") instanceof String miner)) {
            return "";
        }
        return LossCheck.problem(
                        Spelling.parse(Loss.class, "loss", loss),
                        Spelling.parse(Head.class, "head", head),
                        Spelling.parse(Miner.class, "miner", miner))
                .orElse("");
    }

    private String headAlone(String train, String augment) {
        return HeadAlone.problem(
                        TrainedPart.parse(train),
                        Spelling.parse(Augment.class, "augment", augment),
                        Boolean.TRUE.equals(values.get("testTimeSymmetries")))
                .orElse("");
    }

    private static String resampled(long rounds, List<?> resampled) {
        long before = 0;
        for (Object at : resampled) {
            if (!(at instanceof Long round) || round > rounds || round <= before) {
                return "resampleAtRounds is %s; it must name rounds from 1 to %d in ascending order."
                        .formatted(resampled, rounds);
            }
            before = round;
        }
        return "";
    }

    @SuppressWarnings("unchecked") // the schema gives the type of each value
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
