package dev.plankton.numerics.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plankton.numerics.labels.NeighbourVotes.Vote;
import dev.plankton.numerics.measures.Centroids;
import dev.plankton.numerics.measures.LabelledVectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikelyErrorTest {
    private static final int FOLDS = 5;

    private static final int[] LABELS = {0, 0, 0, 0, 1, 1};

    private static final float[][] PROBABILITIES = {
        {0.9f, 0.1f}, {0.15f, 0.85f}, {0.4f, 0.6f}, {0.1f, 0.9f}, {0.1f, 0.9f}, {0.7f, 0.3f}
    };

    private static List<LikelyError> errors(double share) {
        return LikelyError.of(
                LABELS,
                PROBABILITIES,
                Arrays.stream(LABELS).mapToObj(c -> new Vote(1 - c, share)).toList(),
                2);
    }

    @Test
    void classifierAndNeighboursMustBothContradictTheLabel() {
        // class 0: (0.9 + 0.15 + 0.4 + 0.1) / 4 = 0.3875; class 1: (0.9 + 0.3) / 2 = 0.6
        assertThat(errors(0.6))
                .extracting(LikelyError::row, LikelyError::given, LikelyError::proposed)
                .containsExactly(tuple(3, 0, 1), tuple(1, 0, 1), tuple(5, 1, 0), tuple(2, 0, 1));
        assertThat(errors(0.5)).isEmpty();
    }

    @Test
    void neighboursOfAThirdClassAreNoAgreement() {
        List<Vote> third = Arrays.stream(LABELS).mapToObj(c -> new Vote(2, 1)).toList();
        float[][] wider = Arrays.stream(PROBABILITIES)
                .map(row -> new float[] {row[0], row[1], 0})
                .toArray(float[][]::new);

        assertThat(LikelyError.of(LABELS, wider, third, 3)).isEmpty();
    }

    @Test
    void ofEqualMarginsTheLargerShareComesFirstThenTheFirstRow() {
        float[][] equal = new float[4][];
        Arrays.fill(equal, new float[] {0.25f, 0.75f});
        List<Vote> votes = List.of(new Vote(1, 0.6), new Vote(1, 0.9), new Vote(1, 0.6), new Vote(1, 1));

        assertThat(LikelyError.of(new int[] {0, 0, 0, 1}, equal, votes, 2))
                .extracting(LikelyError::row)
                .containsExactly(1, 0, 2);
    }

    /** Clusters of three classes, of which known labels were flipped. A nearest-centroid classifier is the judge. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void mostFlippedLabelsAreFoundAndFewOthersNamed(long seed) throws InterruptedException {
        Random random = new Random(seed);
        int[] sizes = {150, 80, 40};
        int[] labels = IntStream.range(0, sizes.length)
                .flatMap(c -> IntStream.range(0, sizes[c]).map(i -> c))
                .toArray();
        float[][] vectors = new float[labels.length][4];
        for (int row = 0; row < labels.length; row++) {
            for (int d = 0; d < 4; d++) {
                vectors[row][d] = (float) (random.nextGaussian() + (d == labels[row] ? 5 : 0));
            }
        }
        Set<Integer> flipped = new HashSet<>();
        while (flipped.size() < 16) {
            int row = random.nextInt(labels.length);
            if (flipped.add(row)) {
                labels[row] = (labels[row] + 1 + random.nextInt(2)) % 3;
            }
        }

        Set<Integer> found = found(new LabelledVectors(vectors, labels, 3), seed);

        assertThat(found.stream().filter(flipped::contains).count()).isGreaterThanOrEqualTo(14);
        assertThat(found.stream().filter(row -> !flipped.contains(row)).count()).isLessThanOrEqualTo(3);
    }

    private static Set<Integer> found(LabelledVectors all, long seed) throws InterruptedException {
        int[] folds = Folds.stratified(all.labels(), all.classes(), FOLDS, seed);
        float[][] probabilities = new float[all.size()][];
        Vote[] votes = new Vote[all.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int its = fold;
            int[] rows =
                    IntStream.range(0, all.size()).filter(r -> folds[r] == its).toArray();
            LabelledVectors held = all.select(rows);
            LabelledVectors others = all.select(
                    IntStream.range(0, all.size()).filter(r -> folds[r] != its).toArray());
            List<Vote> said = NeighbourVotes.of(others, held, 10, () -> {});
            for (int i = 0; i < rows.length; i++) {
                probabilities[rows[i]] = judged(Centroids.of(others), held.vectors()[i]);
                votes[rows[i]] = said.get(i);
            }
        }
        return LikelyError.of(all.labels(), probabilities, List.of(votes), all.classes()).stream()
                .map(LikelyError::row)
                .collect(Collectors.toSet());
    }

    /** As if the classes were normal distributions of variance 1 around their centroids. */
    private static float[] judged(Centroids centroids, float[] vector) {
        List<Double> densities = new ArrayList<>();
        for (float[] centroid : centroids.vectors()) {
            double squares = IntStream.range(0, vector.length)
                    .mapToDouble(d -> (vector[d] - centroid[d]) * (vector[d] - centroid[d]))
                    .sum();
            densities.add(Math.exp(-squares / 2));
        }
        double sum = densities.stream().mapToDouble(d -> d).sum();
        float[] probabilities = new float[densities.size()];
        for (int c = 0; c < probabilities.length; c++) {
            probabilities[c] = (float) (densities.get(c) / sum);
        }
        return probabilities;
    }
}
