package dev.plankton.benchmarks;

import java.util.List;
import java.util.Map;

/**
 * An analysis to be timed. Each competitor reads the same vectors and writes its results to a file, so that they can be
 * compared.
 *
 * @param points how many vectors there are
 * @param repetitions that are timed; as many more, but at most two, come before them and are not timed
 * @param opponents other libraries that do the same, each with its Debian package; none if that would take too long
 */
record Analysis(Kind kind, int points, int repetitions, Map<String, String> opponents) {
    static final int DIMENSIONS = 64;
    static final int CLASSES = 40;

    private static final Map<String, String> LINKAGES =
            Map.of("scipy", "python3-scipy", "fastcluster", "python3-fastcluster");
    private static final Map<String, String> SKLEARN = Map.of("sklearn", "python3-sklearn");
    private static final Map<String, String> NUMPY = Map.of("numpy", "python3-numpy");

    enum Kind {
        /** Merge heights of Ward's clustering. */
        WARD("Ward linkage", 1e-9),
        /** Shares of the variance along the first three components. */
        PCA("PCA, 3 components", 1e-4),
        /**
         * The share of test vectors (every tenth one) that have the class of most of their 5 nearest neighbours among
         * the others.
         */
        NEIGHBOURS("5 nearest neighbours", 5e-3),
        /** Precision@1, R-precision and MAP@R, leaving one out. */
        RETRIEVAL("precision@1, R-precision, MAP@R", 1e-4),
        /** The mean silhouette. */
        SILHOUETTE("silhouette", 1e-4),
        /** Scores of the 20 best relations of four different vectors. */
        RELATIONS("vector relations", 1e-5);

        private final String title;
        private final double tolerance;

        Kind(String title, double tolerance) {
            this.title = title;
            this.tolerance = tolerance;
        }

        String title() {
            return title;
        }

        /** The largest allowed difference between two results, relative to the larger one. */
        double tolerance() {
            return tolerance;
        }
    }

    static List<Analysis> all(boolean quick) {
        return quick
                ? List.of(
                        new Analysis(Kind.WARD, 1_000, 1, LINKAGES),
                        new Analysis(Kind.PCA, 2_000, 1, SKLEARN),
                        new Analysis(Kind.NEIGHBOURS, 2_000, 1, SKLEARN),
                        new Analysis(Kind.RETRIEVAL, 1_000, 1, NUMPY),
                        new Analysis(Kind.SILHOUETTE, 1_000, 1, SKLEARN),
                        new Analysis(Kind.RELATIONS, 50, 1, NUMPY))
                : List.of(
                        new Analysis(Kind.WARD, 5_000, 5, LINKAGES),
                        new Analysis(Kind.WARD, 10_000, 3, LINKAGES),
                        new Analysis(Kind.PCA, 7_229, 9, SKLEARN),
                        new Analysis(Kind.PCA, 50_000, 9, SKLEARN),
                        new Analysis(Kind.NEIGHBOURS, 10_000, 7, SKLEARN),
                        new Analysis(Kind.RETRIEVAL, 4_000, 5, NUMPY),
                        new Analysis(Kind.SILHOUETTE, 10_000, 5, SKLEARN),
                        new Analysis(Kind.RELATIONS, 100, 7, NUMPY),
                        new Analysis(Kind.RELATIONS, 200, 3, NUMPY),
                        new Analysis(Kind.RELATIONS, 1_000, 3, Map.of()),
                        new Analysis(Kind.RELATIONS, 4_000, 1, Map.of()));
    }

    int warming() {
        return Math.min(2, repetitions);
    }
}
