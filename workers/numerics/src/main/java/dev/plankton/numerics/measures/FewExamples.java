package dev.plankton.numerics.measures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/**
 * How well a few labelled examples of each class classify the other images: the mean over several random draws of the
 * examples.
 *
 * @param examples labelled images of each class
 * @param classes classes that have more images than that; the others take no part
 * @param queries images that were classified, in each draw
 * @param nearest share of them classified correctly by the nearest example
 * @param fiveNearest the same by the majority of the 5 nearest examples; of equally frequent classes the nearest
 * @param centroid the same by the nearest mean of a class's examples
 */
public record FewExamples(int examples, int classes, int queries, Share nearest, Share fiveNearest, Share centroid) {
    /** Random draws of the examples. */
    public static final int DRAWS = 20;

    private static final int NEIGHBOURS = 5;

    /** A share over the draws. @param deviation its standard deviation from draw to draw */
    public record Share(double mean, double deviation) {
        private static Share of(double[] shares) {
            double mean = Arrays.stream(shares).average().orElse(0);
            double squares = Arrays.stream(shares)
                    .map(share -> (share - mean) * (share - mean))
                    .sum();
            return new Share(mean, Math.sqrt(squares / Math.max(1, shares.length - 1)));
        }
    }

    /**
     * Measures the shares.
     *
     * @param images examples are drawn from them, and the rest is classified
     * @param examples of each class
     * @param counted the classes whose images are counted; the others only compete
     * @param mostQueries if more images are left to classify, so many are drawn
     */
    public static FewExamples of(
            LabelledVectors images, int examples, IntPredicate counted, int mostQueries, long seed) {
        List<List<Integer>> members = members(images, examples);
        double[][] shares = new double[3][DRAWS];
        int queries = 0;
        SplittableRandom random = new SplittableRandom(seed);
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Integer> gallery = new ArrayList<>();
            List<Integer> rest = new ArrayList<>();
            for (int c = 0; c < members.size(); c++) {
                List<Integer> shuffled = new ArrayList<>(members.get(c));
                shuffle(shuffled, random);
                int taken = Math.min(examples, shuffled.size());
                gallery.addAll(shuffled.subList(0, taken));
                if (counted.test(c)) {
                    rest.addAll(shuffled.subList(taken, shuffled.size()));
                }
            }
            shuffle(rest, random);
            List<Integer> asked = rest.subList(0, Math.min(mostQueries, rest.size()));
            queries = asked.size();
            if (queries > 0) {
                LabelledVectors labelled = images.select(rows(gallery));
                LabelledVectors unknown = images.select(rows(asked));
                float[][] vectors = unknown.vectors();
                shares[0][draw] = share(unknown, new NearestNeighbours(labelled, 1).classify(vectors));
                shares[1][draw] =
                        share(unknown, new NearestNeighbours(labelled, NEIGHBOURS).classifyNearestOfEqual(vectors));
                shares[2][draw] = share(unknown, Centroids.of(labelled).nearest(vectors));
            }
        }
        int taking = (int) members.stream().filter(rows -> !rows.isEmpty()).count();
        return new FewExamples(
                examples, taking, queries, Share.of(shares[0]), Share.of(shares[1]), Share.of(shares[2]));
    }

    /** The rows of each class, in order; none of a class without more images than examples. */
    private static List<List<Integer>> members(LabelledVectors images, int examples) {
        List<List<Integer>> members = new ArrayList<>();
        for (int c = 0; c < images.classes(); c++) {
            members.add(new ArrayList<>());
        }
        for (int row = 0; row < images.size(); row++) {
            members.get(images.labels()[row]).add(row);
        }
        members.replaceAll(rows -> rows.size() > examples ? rows : List.of());
        return members;
    }

    private static void shuffle(List<Integer> rows, SplittableRandom random) {
        for (int i = rows.size() - 1; i > 0; i--) {
            rows.set(i, rows.set(random.nextInt(i + 1), rows.get(i)));
        }
    }

    private static int[] rows(List<Integer> rows) {
        return rows.stream().mapToInt(row -> row).toArray();
    }

    private static double share(LabelledVectors images, int[] predicted) {
        return Confusion.of(images.labels(), predicted, images.classes()).accuracy();
    }
}
