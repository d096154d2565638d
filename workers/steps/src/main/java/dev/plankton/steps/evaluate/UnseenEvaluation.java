package dev.plankton.steps.evaluate;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.formats.UnseenMeasures;
import dev.plankton.contracts.formats.UnseenMeasures.Among;
import dev.plankton.contracts.formats.UnseenMeasures.Detection;
import dev.plankton.contracts.formats.UnseenMeasures.Share;
import dev.plankton.numerics.measures.FewExamples;
import dev.plankton.numerics.measures.LabelledVectors;
import dev.plankton.numerics.measures.Retrieval;
import dev.plankton.numerics.measures.Silhouette;
import dev.plankton.steps.kit.UnseenScores;
import dev.plankton.steps.kit.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The measures of SPEC 11, on images of classes that the network never saw. */
final class UnseenEvaluation {
    private static final List<Integer> EXAMPLES = List.of(1, 5, 10);
    /** The same draws for every checkpoint, so that their figures can be compared. */
    private static final long SEED = 11;

    private final LabelledVectors train;
    private final LabelledVectors test;
    private final LabelledVectors unseen;
    private final int mostCompared;

    private UnseenEvaluation(LabelledVectors train, LabelledVectors test, LabelledVectors unseen, int mostCompared) {
        this.train = train;
        this.test = test;
        this.unseen = unseen;
        this.mostCompared = mostCompared;
    }

    /**
     * @param train training images of the classes that were trained on
     * @param test test images of these classes
     * @param mostCompared if there are more images, so many are drawn and compared with all others
     */
    static UnseenMeasures of(LabelledVectors train, LabelledVectors test, EmbeddingTable unseen, int mostCompared) {
        return new UnseenEvaluation(train, test, Vectors.of(unseen, Split.TEST), mostCompared)
                .measure(unseen.classes());
    }

    private UnseenMeasures measure(List<String> classes) {
        int[] compared = compared(unseen);
        Retrieval retrieval = Retrieval.of(unseen, compared);
        List<UnseenMeasures.FewExamples> few = new ArrayList<>();
        for (int examples : EXAMPLES) {
            few.add(few(Among.UNSEEN, FewExamples.of(unseen, examples, c -> true, mostCompared, SEED)));
        }
        LabelledVectors all = together();
        IntPredicate heldOut = c -> c >= test.classes();
        for (int examples : EXAMPLES) {
            few.add(few(Among.ALL, FewExamples.of(all, examples, heldOut, mostCompared, SEED)));
        }
        return new UnseenMeasures(
                classes,
                unseen.size(),
                retrieval.precisionAt1(),
                retrieval.rPrecision(),
                retrieval.meanAveragePrecisionAtR(),
                Silhouette.of(unseen, compared),
                few,
                scores());
    }

    /** The test images and then the unseen ones, whose classes follow those of the others. */
    private LabelledVectors together() {
        float[][] vectors = new float[test.size() + unseen.size()][];
        System.arraycopy(test.vectors(), 0, vectors, 0, test.size());
        System.arraycopy(unseen.vectors(), 0, vectors, test.size(), unseen.size());
        int[] labels = IntStream.concat(
                        IntStream.of(test.labels()),
                        IntStream.of(unseen.labels()).map(label -> label + test.classes()))
                .toArray();
        return new LabelledVectors(vectors, labels, test.classes() + unseen.classes());
    }

    private static UnseenMeasures.FewExamples few(Among among, FewExamples measured) {
        return new UnseenMeasures.FewExamples(
                among,
                measured.examples(),
                measured.classes(),
                measured.queries(),
                share(measured.nearest()),
                share(measured.fiveNearest()),
                share(measured.centroid()));
    }

    private static Share share(FewExamples.Share share) {
        return new Share(share.mean(), share.deviation());
    }

    private List<Detection> scores() {
        UnseenScores scores = UnseenScores.of(train);
        float[][] wanted = drawn(unseen);
        float[][] others = drawn(test);
        return scores.available().stream()
                .map(score -> {
                    dev.plankton.numerics.measures.Detection found = dev.plankton.numerics.measures.Detection.of(
                            scores.of(score, wanted), scores.of(score, others));
                    return new Detection(score, found.auroc(), found.falseAlarms());
                })
                .toList();
    }

    private float[][] drawn(LabelledVectors images) {
        return images.select(compared(images)).vectors();
    }

    /** The rows of the images that are compared with all others. */
    private int[] compared(LabelledVectors images) {
        return EmbeddingTable.draw(images.size(), mostCompared, SEED).stream().toArray();
    }
}
