package dev.plankton.network.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.choices.Augment;
import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.contracts.choices.Sampling;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.network.data.Batch;
import dev.plankton.network.data.TrainingExamples;
import dev.plankton.network.data.TrainingPool;
import dev.plankton.network.objective.LossSettings;
import dev.plankton.network.training.BatchSampler.Purpose;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchSamplerTest {
    /** Five classes of 1, 2, 3, 20 and 4 images; three samples of each image. */
    private static final int[] LABELS = labels(1, 2, 3, 20, 4);

    private static final int[] SAMPLES =
            IntStream.range(0, 3 * LABELS.length).map(sample -> sample / 3).toArray();
    private static final TrainingPool POOL = new TrainingPool(
            TrainingExamples.inMemory(1, Collections.nCopies(LABELS.length, new byte[1])),
            LABELS,
            SAMPLES,
            new int[SAMPLES.length]);

    private static int[] labels(int... counts) {
        return IntStream.range(0, counts.length)
                .flatMap(label -> IntStream.generate(() -> label).limit(counts[label]))
                .toArray();
    }

    private static TrainingSettings settings(Miner miner, int classes, int images, long seed) {
        return settings(LossSettings.ofTriplets(Loss.STANDARD, miner, 0.2), Sampling.BALANCED, classes, images, seed);
    }

    private static TrainingSettings settings(LossSettings loss, Sampling sampling, int classes, int images, long seed) {
        return new TrainingSettings(
                loss,
                0.9,
                0,
                sampling,
                200,
                classes,
                images,
                0,
                new TrainedPart.All(),
                BatchNorm.BATCH,
                Augment.SYMMETRIES,
                0,
                seed);
    }

    @Test
    void tripletsAreTwoDifferentImagesOfOneClassAndOneOfAnother() {
        Batch batch = new BatchSampler(POOL, settings(Miner.RANDOM, 2, 2, 7), Purpose.TRAINING).draw(1, 1);
        assertThat(batch.samples()).hasSize(600);
        for (int i = 0; i < 200; i++) {
            assertThat(batch.classes()[200 + i]).isEqualTo(batch.classes()[i]);
            assertThat(batch.classes()[400 + i]).isNotEqualTo(batch.classes()[i]);
            boolean sameImage = SAMPLES[batch.samples()[i]] == SAMPLES[batch.samples()[200 + i]];
            assertThat(sameImage).isEqualTo(batch.classes()[i] == 0); // the class of a single image
        }
    }

    @Test
    void classesAreDrawnUniformlyWhateverTheirSize() {
        BatchSampler sampler = new BatchSampler(POOL, settings(Miner.RANDOM, 2, 2, 3), Purpose.TRAINING);
        int[] anchors = new int[5];
        int[] negatives = new int[5];
        for (int step = 1; step <= 20; step++) {
            Batch batch = sampler.draw(1, step);
            for (int i = 0; i < 200; i++) {
                anchors[batch.classes()[i]]++;
                negatives[batch.classes()[400 + i]]++;
            }
        }
        // 4,000 draws, 800 expected, standard deviation 25
        assertThat(anchors)
                .satisfies(counts -> assertThat(Arrays.stream(counts)).allMatch(n -> Math.abs(n - 800) < 110));
        assertThat(negatives)
                .satisfies(counts -> assertThat(Arrays.stream(counts)).allMatch(n -> Math.abs(n - 800) < 110));
    }

    @Test
    void someDifferentImagesOfEachClass() {
        BatchSampler sampler = new BatchSampler(POOL, settings(Miner.SEMI_HARD, 2, 2, 7), Purpose.DIRECTIONS);
        assertThat(sizes(sampler.ofEachClass(10, 1_000))).containsExactly(1, 2, 3, 10, 4);
        assertThat(sizes(sampler.ofEachClass(10, 15))).containsExactly(1, 2, 3, 3, 3);
        assertThat(sizes(sampler.ofEachClass(10, 1))).containsExactly(1, 2, 2, 2, 2);
        List<Batch> batches = sampler.ofEachClass(10, 1_000);
        for (int label = 0; label < batches.size(); label++) {
            Batch batch = batches.get(label);
            assertThat(batch.classes()).containsOnly(label);
            assertThat(Arrays.stream(batch.samples()).map(sample -> SAMPLES[sample]))
                    .doesNotHaveDuplicates();
        }
    }

    private static List<Integer> sizes(List<Batch> batches) {
        return batches.stream().map(batch -> batch.samples().length).toList();
    }

    @Test
    void groupsAreDifferentClassesWithDifferentImagesAsFarAsThereAreAny() {
        Batch batch = new BatchSampler(POOL, settings(Miner.SEMI_HARD, 4, 3, 7), Purpose.TRAINING).draw(2, 5);
        assertThat(batch.classes()).hasSize(12);
        List<Integer> groups = IntStream.range(0, 4)
                .mapToObj(group -> batch.classes()[3 * group])
                .toList();
        assertThat(groups).doesNotHaveDuplicates();
        int[] sizes = {1, 2, 3, 20, 4};
        for (int group = 0; group < 4; group++) {
            int[] images = Arrays.stream(batch.samples(), 3 * group, 3 * group + 3)
                    .map(sample -> SAMPLES[sample])
                    .toArray();
            for (int image : images) {
                assertThat(LABELS[image]).isEqualTo(groups.get(group));
            }
            assertThat(Arrays.stream(images).distinct().count()).isEqualTo(Math.min(3, sizes[groups.get(group)]));
        }
    }

    @Test
    void proportionalBatchesHaveDifferentImagesOutOfAllAlike() {
        LossSettings arcFace = new LossSettings(Loss.ARCFACE, Miner.SEMI_HARD, 0.2, 0, 16);
        BatchSampler sampler =
                new BatchSampler(POOL, settings(arcFace, Sampling.PROPORTIONAL, 2, 5, 7), Purpose.TRAINING);
        int[] images = new int[LABELS.length];
        for (int step = 1; step <= 300; step++) {
            Batch batch = sampler.draw(1, step);
            int[] drawn = Arrays.stream(batch.samples())
                    .map(sample -> SAMPLES[sample])
                    .toArray();
            assertThat(drawn).hasSize(10).doesNotHaveDuplicates();
            for (int row = 0; row < drawn.length; row++) {
                assertThat(batch.classes()[row]).isEqualTo(LABELS[drawn[row]]);
                images[drawn[row]]++;
            }
        }
        // 30 images, each in a third of the 300 batches; standard deviation 8
        assertThat(images).hasSize(30);
        assertThat(Arrays.stream(images)).allMatch(n -> Math.abs(n - 100) < 35);
    }

    @Test
    void takesAllClassesWhereThereAreFewerThanAsked() {
        Batch batch = new BatchSampler(POOL, settings(Miner.HARD, 20, 4, 7), Purpose.TRAINING).draw(1, 1);
        assertThat(Arrays.stream(batch.classes()).distinct().sorted()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void everyDrawFollowsFromSeedRoundStepAndPurposeAlone() {
        TrainingSettings settings = settings(Miner.RANDOM, 2, 2, 7);
        int[] expected =
                new BatchSampler(POOL, settings, Purpose.TRAINING).draw(2, 5).samples();
        BatchSampler other = new BatchSampler(POOL, settings, Purpose.TRAINING);
        int[] before = other.draw(2, 4).samples();
        assertThat(other.draw(2, 5).samples()).isEqualTo(expected).isNotEqualTo(before);
        assertThat(other.draw(5, 2).samples()).isNotEqualTo(expected);
        assertThat(new BatchSampler(POOL, settings, Purpose.VALIDATION)
                        .draw(2, 5)
                        .samples())
                .isNotEqualTo(expected);
        assertThat(new BatchSampler(POOL, settings(Miner.RANDOM, 2, 2, 8), Purpose.TRAINING)
                        .draw(2, 5)
                        .samples())
                .isNotEqualTo(expected);
    }

    @Test
    void refusesASingleClass() {
        TrainingPool single = new TrainingPool(
                TrainingExamples.inMemory(1, List.of(new byte[1])), new int[1], new int[1], new int[1]);
        assertThatThrownBy(() -> new BatchSampler(single, settings(Miner.RANDOM, 2, 2, 1), Purpose.TRAINING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Triplets need images of at least 2 classes, but there are images of 1; add a class to the dataset.");
    }
}
