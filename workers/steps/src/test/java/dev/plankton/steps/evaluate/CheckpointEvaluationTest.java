package dev.plankton.steps.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.Evaluation.ClassMeasures;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CheckpointEvaluationTest {
    // On a line: training images at 0 and 10; validation images shifted by 4, so that own centroids tell the classes
    // apart but the training images' centroids take the one at 4 + 3 for the other class.
    private static final EmbeddingTable TABLE = table(
            new int[] {0, 0, 1, 1, 0, 0, 1, 1, 0, 1}, "ttttvvvvee", new float[] {-1, 1, 9, 11, 3, 7, 13, 15, 0, 10});

    @Test
    void centroidsComeFromTheTrainingImages() {
        Evaluation evaluation = CheckpointEvaluation.of(TABLE, Optional.empty(), 3, Optional.empty());

        assertThat(evaluation.round()).isEqualTo(3);
        assertThat(evaluation.confusion()).isDeepEqualTo(new int[][] {{1, 1}, {0, 2}});
        assertThat(evaluation.validation().accuracy()).isEqualTo(0.75);
        assertThat(evaluation.validation().accuracySelf()).isEqualTo(1);
        assertThat(evaluation.validation().images()).isEqualTo(4);
        assertThat(evaluation.test().accuracy()).isEqualTo(1);
        assertThat(evaluation.test().images()).isEqualTo(2);
    }

    @Test
    void classesAreMeasuredOnValidationImages() {
        Evaluation evaluation = CheckpointEvaluation.of(TABLE, Optional.empty(), 0, Optional.empty());

        assertThat(evaluation.perClass().getFirst()).isEqualTo(new ClassMeasures("a", 2, 2, 2, 0, 1, 0.5, 2.0 / 3));
        assertThat(evaluation.centroids()).isDeepEqualTo(new float[][] {{5}, {14}});
        assertThat(evaluation.centroidDistances()).isDeepEqualTo(new double[][] {{0, 9}, {9, 0}});
        // pairs of 3, 7, 13, 15: 4 + 10 + 12 + 6 + 8 + 2
        assertThat(evaluation.meanPairwiseDistance()).isCloseTo(7, within(1e-6));
    }

    @Test
    void centroidsMoveFromTheEvaluationBefore() {
        Evaluation before = CheckpointEvaluation.of(TABLE, Optional.empty(), 0, Optional.empty());
        EmbeddingTable moved = table(TABLE.labels(), "ttttvvvvee", new float[] {-1, 1, 9, 11, 3, 7, 12, 15, 0, 10});

        Evaluation evaluation = CheckpointEvaluation.of(moved, Optional.empty(), 1, Optional.of(before));

        assertThat(evaluation.perClass())
                .extracting(ClassMeasures::centroidMoved)
                .containsExactly(0.0, 0.5);
    }

    @Test
    void ofVeryManyImagesSomeAreComparedWithAllOthers() {
        EmbeddingTable table = manyImages();

        Evaluation all = CheckpointEvaluation.of(table, Optional.empty(), 0, Optional.empty(), 200);
        Evaluation some = CheckpointEvaluation.of(table, Optional.empty(), 0, Optional.empty(), 150);

        assertThat(all.validation().sampled()).isEmpty();
        assertThat(all.sampleInWords()).isEmpty();
        assertThat(some.validation().sampled()).hasValue(150);
        assertThat(some.sampleInWords())
                .contains("rest on 150 of the 200 validation images and 150 of the 200 test images, drawn at random");
        assertThat(some.meanPairwiseDistance())
                .isNotEqualTo(all.meanPairwiseDistance())
                .isCloseTo(all.meanPairwiseDistance(), within(0.1));
        assertThat(some.test().silhouette()).isCloseTo(all.test().silhouette(), within(0.05));
        assertThat(some.test().meanAveragePrecisionAtR()).isCloseTo(all.test().meanAveragePrecisionAtR(), within(0.05));
        assertThat(some.test().accuracy5nn()).isCloseTo(all.test().accuracy5nn(), within(0.05));
        assertThat(some.confusion()).isDeepEqualTo(all.confusion());
        assertThat(some.embeddingVariance()).isEqualTo(all.embeddingVariance());
    }

    @Test
    void theEvaluationSaysOnHowManyImagesAFigureRestsOnlyWhereItIsNotAll() throws IOException {
        Evaluation all = CheckpointEvaluation.of(manyImages(), Optional.empty(), 0, Optional.empty(), 200);
        Evaluation some = CheckpointEvaluation.of(manyImages(), Optional.empty(), 0, Optional.empty(), 150);

        assertThat(Json.text(all)).doesNotContain("sampled");
        assertThat(Json.text(some)).contains("\"sampled\":150");
        for (Evaluation one : List.of(all, some)) {
            assertThat(Json.read(Json.write(one), Evaluation.class))
                    .usingRecursiveComparison()
                    .isEqualTo(one);
        }
    }

    /** 100 images to train, 200 to validate and 200 to test, on a line, of two classes that overlap. */
    private static EmbeddingTable manyImages() {
        SplittableRandom random = new SplittableRandom(8);
        int[] labels = random.ints(500, 0, 2).toArray();
        float[] line = new float[labels.length];
        for (int i = 0; i < line.length; i++) {
            line[i] = (float) (2 * labels[i] + random.nextGaussian());
        }
        return table(labels, "t".repeat(100) + "v".repeat(200) + "e".repeat(200), line);
    }

    private static EmbeddingTable table(int[] labels, String splits, float[] line) {
        float[][] vectors = new float[line.length][];
        Split[] split = new Split[line.length];
        for (int i = 0; i < line.length; i++) {
            vectors[i] = new float[] {line[i]};
            split[i] = switch (splits.charAt(i)) {
                case 't' -> Split.TRAIN;
                case 'v' -> Split.VALIDATION;
                default -> Split.TEST;
            };
        }
        return new EmbeddingTable(
                splits.chars().mapToObj(Integer::toString).toList(), List.of("a", "b"), labels, split, vectors);
    }
}
