package dev.plankton.numerics.relations;

import dev.plankton.numerics.components.PrincipalComponents;
import java.util.Arrays;

/**
 * A point for each difference of two images, such that the score of two differences is at least the distance of their
 * points.
 *
 * <p>Let u1, u2 be the directions of two differences and q >= 1 the ratio of their lengths. Their score is |d1 - d2|
 * over the shorter length, and its square is (q - 1)² + q |u1 - u2|². With q - 1 >= ln q it is at least the squared
 * distance of the points (u, ln length). This also holds if only some coordinates of u along orthogonal axes are kept.
 *
 * <p>Each difference has the sign that makes its first coordinate not negative. The point of the opposite difference is
 * the same with all but the last coordinate negated.
 *
 * @param images number of images
 * @param pairs for each difference the images x and y of x - y, as x * images + y
 * @param coordinates shape (axes + 1) x differences: those of the direction, then the logarithm of the length in units
 *     of {@code largest}
 * @param largest length of the longest difference
 */
@SuppressWarnings("ArrayRecordComponent") // plain numbers
record DifferencePoints(int images, int[] pairs, float[][] coordinates, double largest) {
    /** More axes would hardly narrow down the search, and each takes time and memory. */
    private static final int MOST_AXES = 12;

    /**
     * The points of all differences whose length is not zero.
     *
     * @param vectors embeddings of the images, shape n x dimensions
     * @param products inner products of the same vectors
     * @param classes class of each image
     * @param withinClass whether to include differences inside one class
     */
    static DifferencePoints of(float[][] vectors, InnerProducts products, int[] classes, boolean withinClass) {
        int images = products.size();
        int[] pairs = pairs(products, classes, withinClass);
        int axes = Math.min(MOST_AXES, products.dimensions());
        double[][] places = images == 0
                ? new double[0][]
                : PrincipalComponents.fit(vectors, axes).project(vectors);
        double largest = 0;
        for (int pair : pairs) {
            largest = Math.max(largest, products.length(pair / images, pair % images));
        }
        float[][] coordinates = new float[axes + 1][pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            int x = pairs[i] / images;
            int y = pairs[i] % images;
            double length = products.length(x, y);
            double sign = places[x][0] < places[y][0] ? -1 : 1;
            for (int axis = 0; axis < axes; axis++) {
                coordinates[axis][i] = (float) (sign * (places[x][axis] - places[y][axis]) / length);
            }
            coordinates[axes][i] = (float) Math.log(length / largest);
            pairs[i] = sign < 0 ? y * images + x : pairs[i];
        }
        return new DifferencePoints(images, pairs, coordinates, largest);
    }

    private static int[] pairs(InnerProducts products, int[] classes, boolean withinClass) {
        int images = products.size();
        int[] pairs = new int[Math.toIntExact((long) images * (images - 1) / 2)];
        int count = 0;
        for (int x = 0; x < images; x++) {
            for (int y = x + 1; y < images; y++) {
                if ((withinClass || classes[x] != classes[y]) && products.haveLength(x, y)) {
                    pairs[count++] = x * images + y;
                }
            }
        }
        return Arrays.copyOf(pairs, count);
    }

    int size() {
        return pairs.length;
    }

    /** Number of axes; the logarithm of the length comes after them. */
    int axes() {
        return coordinates.length - 1;
    }

    int first(int difference) {
        return pairs[difference] / images;
    }

    int second(int difference) {
        return pairs[difference] % images;
    }
}
