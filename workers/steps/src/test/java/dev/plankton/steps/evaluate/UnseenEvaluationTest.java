package dev.plankton.steps.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.formats.UnseenMeasures;
import dev.plankton.contracts.formats.UnseenMeasures.Among;
import dev.plankton.contracts.formats.UnseenMeasures.Detection;
import dev.plankton.contracts.formats.UnseenMeasures.FewExamples;
import dev.plankton.steps.kit.Vectors;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnseenEvaluationTest {
    private static final int DIMENSIONS = 6;
    private static final int PER_CLASS = 30;

    /** Classes around one axis each, from the given one on. */
    private static EmbeddingTable table(int classes, int firstAxis, double noise, Split... splits) {
        SplittableRandom random = new SplittableRandom(firstAxis);
        int rows = classes * PER_CLASS;
        int[] labels = IntStream.range(0, rows).map(row -> row / PER_CLASS).toArray();
        float[][] vectors = new float[rows][DIMENSIONS];
        for (int row = 0; row < rows; row++) {
            for (int d = 0; d < DIMENSIONS; d++) {
                vectors[row][d] = (float) ((d == firstAxis + labels[row] ? 1 : 0) + noise * random.nextGaussian());
            }
        }
        return new EmbeddingTable(
                IntStream.range(0, rows).mapToObj(row -> firstAxis + "-" + row).toList(),
                IntStream.range(0, classes)
                        .mapToObj(c -> "class" + (firstAxis + c))
                        .toList(),
                labels,
                IntStream.range(0, rows)
                        .mapToObj(row -> splits[row % splits.length])
                        .toArray(Split[]::new),
                vectors);
    }

    private static UnseenMeasures evaluate(EmbeddingTable trained, EmbeddingTable unseen, int mostCompared) {
        return UnseenEvaluation.of(
                Vectors.of(trained, Split.TRAIN), Vectors.of(trained, Split.TEST), unseen, mostCompared);
    }

    private static UnseenMeasures measures(double noise, int unseenAxis) {
        return evaluate(
                table(3, 0, noise, Split.TRAIN, Split.TRAIN, Split.VALIDATION, Split.TEST),
                table(2, unseenAxis, noise, Split.TEST),
                1000);
    }

    @Test
    void classesThatTheEmbeddingSetsApartAreFoundAndToldApart() {
        UnseenMeasures measures = measures(0.02, 3);
        assertThat(measures.classes()).containsExactly("class3", "class4");
        assertThat(measures.images()).isEqualTo(60);
        assertThat(measures.precisionAt1()).isEqualTo(1);
        assertThat(measures.meanAveragePrecisionAtR()).isEqualTo(1);
        assertThat(measures.silhouette()).isGreaterThan(0.9);
        assertThat(measures.scores()).hasSize(3).allMatch(score -> score.auroc() == 1 && score.falseAlarms() == 0);
        assertThat(measures.fewExamples())
                .extracting(FewExamples::among, FewExamples::examples)
                .hasSize(6)
                .doesNotHaveDuplicates();
        assertThat(measures.fewExamples()).allMatch(few -> few.nearest().mean() == 1);
    }

    /** Held-out classes that lie where trained ones do. */
    @Test
    void classesThatLieOnOthersAreNeitherFoundNorToldFromThem() {
        UnseenMeasures measures = measures(0.1, 1);
        assertThat(measures.scores())
                .extracting(Detection::auroc)
                .allSatisfy(auroc -> assertThat(auroc).isCloseTo(0.5, within(0.2)));
        assertThat(few(measures, Among.UNSEEN, 5).nearest().mean()).isGreaterThan(0.95);
        assertThat(few(measures, Among.ALL, 5).nearest().mean()).isBetween(0.3, 0.7);
        // of the trained classes only test images are there, so few that no 10 can be labelled
        assertThat(few(measures, Among.ALL, 10).classes()).isEqualTo(2);
    }

    @Test
    void onlyTestImagesOfTrainedClassesCount() {
        EmbeddingTable trained = table(3, 0, 0.1, Split.TRAIN, Split.VALIDATION, Split.TEST);
        EmbeddingTable unseen = table(2, 3, 0.1, Split.TEST);
        float[][] moved = trained.vectors().clone();
        for (int row = 0; row < moved.length; row++) {
            if (trained.splits()[row] == Split.VALIDATION) {
                moved[row] = new float[DIMENSIONS];
                Arrays.fill(moved[row], 7);
            }
        }
        EmbeddingTable other =
                new EmbeddingTable(trained.images(), trained.classes(), trained.labels(), trained.splits(), moved);
        assertThat(evaluate(other, unseen, 1000)).isEqualTo(evaluate(trained, unseen, 1000));
    }

    private static FewExamples few(UnseenMeasures measures, Among among, int examples) {
        List<FewExamples> found = measures.fewExamples().stream()
                .filter(few -> few.among() == among && few.examples() == examples)
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
