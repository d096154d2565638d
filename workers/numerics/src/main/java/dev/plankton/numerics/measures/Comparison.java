package dev.plankton.numerics.measures;

import java.util.stream.IntStream;

/**
 * Compares queries with reference vectors, block by block, on all processors. Memory is bounded by the number of
 * queries that one thread has under way.
 */
final class Comparison {
    private static final int MOST_QUERIES = 128;
    private static final int PORTIONS_PER_PROCESSOR = 4;

    private Comparison() {}

    /** What one thread does with its portion of the queries. Blocks come in the order of the references. */
    interface Portion {
        /** Takes the next block. */
        void compare(ReferenceBlock block);

        /** Called after the last block. */
        void finish();
    }

    /** Begins the queries from one up to but not including another. */
    @FunctionalInterface
    interface Portions {
        Portion begin(int from, int to);
    }

    /** Compares every query with every reference. @param references shape n x dimensions */
    static void run(int queries, float[][] references, Portions portions) {
        run(queries, MOST_QUERIES, references, portions);
    }

    /** The same. @param mostTogether queries that a thread may have under way */
    static void run(int queries, int mostTogether, float[][] references, Portions portions) {
        int share = Math.ceilDiv(
                queries, PORTIONS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
        int together = Math.clamp(share, 1, Math.clamp(mostTogether, 1, MOST_QUERIES));
        IntStream.range(0, Math.ceilDiv(queries, together)).parallel().forEach(portion -> {
            int from = portion * together;
            run(references, portions.begin(from, Math.min(queries, from + together)));
        });
    }

    private static void run(float[][] references, Portion portion) {
        ReferenceBlock block = new ReferenceBlock(references);
        for (int first = 0; first < references.length; first += ReferenceBlock.MOST) {
            block.moveTo(first);
            portion.compare(block);
        }
        portion.finish();
    }
}
