package dev.plankton.steps.evaluate;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Evaluation.Measures;
import dev.plankton.contracts.formats.Split;
import dev.plankton.numerics.measures.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The vectors of the reference as somebody would upload them, and what scikit-learn says about them. */
public final class ReferenceVectors {
    private ReferenceVectors() {}

    /** The reference's training vectors to train, its others both to validate and to test. */
    public static EmbeddingTable table() {
        Reference reference = Reference.load();
        List<String> images = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        List<Split> splits = new ArrayList<>();
        List<float[]> vectors = new ArrayList<>();
        for (Split split : Split.values()) {
            float[][] part = split == Split.TRAIN ? reference.train() : reference.images();
            int[] of = split == Split.TRAIN ? reference.trainLabels() : reference.labels();
            for (int row = 0; row < part.length; row++) {
                images.add("%s/%d".formatted(split, row));
                labels.add(of[row]);
                splits.add(split);
                vectors.add(part[row]);
            }
        }
        return new EmbeddingTable(
                images,
                IntStream.range(0, reference.classes())
                        .mapToObj("class%d"::formatted)
                        .toList(),
                labels.stream().mapToInt(Integer::intValue).toArray(),
                splits.toArray(Split[]::new),
                vectors.toArray(float[][]::new));
    }

    public static Measures scikitLearn() {
        Reference reference = Reference.load();
        return new Measures(
                reference.labels().length,
                reference.accuracySelf(),
                reference.accuracy(),
                Optional.empty(),
                reference.accuracy5nn(),
                reference.precisionAt1(),
                reference.rPrecision(),
                reference.meanAveragePrecisionAtR(),
                reference.macroF1(),
                reference.balancedAccuracy(),
                reference.silhouette(),
                OptionalInt.empty());
    }
}
