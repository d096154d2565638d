package dev.plankton.numerics.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FewExamplesTest {
    private static final int PLENTY = 1000;

    /** Classes around points on an axis each, with noise of a given size; the last class has 3 images. */
    private static LabelledVectors clusters(double noise) {
        SplittableRandom random = new SplittableRandom(3);
        int[] labels = new int[3 * 40 + 3];
        float[][] vectors = new float[labels.length][8];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = Math.min(i / 40, 3);
            for (int d = 0; d < 8; d++) {
                vectors[i][d] = (float) ((d == labels[i] ? 1 : 0) + noise * random.nextGaussian());
            }
        }
        return new LabelledVectors(vectors, labels, 4);
    }

    @Test
    void separateClassesAreToldApartByOneExample() {
        FewExamples one = FewExamples.of(clusters(0.01), 1, c -> true, PLENTY, 1);
        assertThat(one.nearest()).isEqualTo(new FewExamples.Share(1, 0));
        assertThat(one.centroid()).isEqualTo(new FewExamples.Share(1, 0));
        assertThat(one.classes()).isEqualTo(4);
        assertThat(one.queries()).isEqualTo(123 - 4);
        assertThat(FewExamples.of(clusters(0.01), 5, c -> true, PLENTY, 1)
                        .fiveNearest()
                        .mean())
                .isEqualTo(1);
    }

    @Test
    void classesWithTooFewImagesTakeNoPart() {
        FewExamples five = FewExamples.of(clusters(0.01), 5, c -> true, PLENTY, 1);
        assertThat(five.classes()).isEqualTo(3);
        assertThat(five.queries()).isEqualTo(3 * 35);
    }

    @Test
    void onlyCountedClassesAreAskedForAndTheOthersCompete() {
        FewExamples some = FewExamples.of(clusters(0.8), 5, c -> c == 1, PLENTY, 1);
        assertThat(some.queries()).isEqualTo(35);
        // by chance one of three: it could not be so low if only class 1 had examples
        assertThat(some.nearest().mean()).isBetween(0.3, 0.8);
    }

    /** With one example of each class all votes are equal: the order of the classes must not decide. */
    @Test
    void equalVotesAreDecidedByTheNearestExample() {
        for (int label = 0; label < 4; label++) {
            int counted = label;
            FewExamples one = FewExamples.of(clusters(0.3), 1, c -> c == counted, PLENTY, 1);
            assertThat(one.fiveNearest()).as("class %d", label).isEqualTo(one.nearest());
            assertThat(one.nearest().mean()).isGreaterThan(0.3);
        }
    }

    @Test
    void moreExamplesHelpAndDrawsDiffer() {
        LabelledVectors images = clusters(0.6);
        FewExamples one = FewExamples.of(images, 1, c -> true, PLENTY, 1);
        FewExamples ten = FewExamples.of(images, 10, c -> true, PLENTY, 1);
        assertThat(ten.centroid().mean()).isGreaterThan(one.centroid().mean() + 0.1);
        assertThat(one.nearest().deviation()).isBetween(0.02, 0.2);
        assertThat(FewExamples.of(images, 10, c -> true, PLENTY, 1)).isEqualTo(ten);
        assertThat(FewExamples.of(images, 10, c -> true, PLENTY, 2).centroid().mean())
                .isCloseTo(ten.centroid().mean(), within(0.06))
                .isNotEqualTo(ten.centroid().mean());
        assertThat(FewExamples.of(images, 10, c -> true, 30, 1).queries()).isEqualTo(30);
    }

    @Test
    void withoutImagesToAskForThereIsNothingToMeasure() {
        FewExamples none = FewExamples.of(clusters(0.1), 100, c -> true, PLENTY, 1);
        assertThat(none.classes()).isZero();
        assertThat(none.queries()).isZero();
        assertThat(none.nearest().mean()).isZero();
    }
}
