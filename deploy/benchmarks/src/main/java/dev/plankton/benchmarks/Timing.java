package dev.plankton.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * What a child program measured.
 *
 * @param wallSeconds median of the repetitions
 * @param processorSeconds median of the repetitions, over all threads: varies less on a machine that does other things
 *     too
 * @param mebibytes largest resident size of the process
 */
record Timing(double wallSeconds, double processorSeconds, long mebibytes) {

    /** @param lines as a child prints them: "wall processor" for each repetition, then "MiB n" */
    static Timing parse(List<String> lines) {
        double[] wall = lines.stream()
                .filter(line -> !line.startsWith("MiB"))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[0]))
                .toArray();
        double[] processor = lines.stream()
                .filter(line -> !line.startsWith("MiB"))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .toArray();
        long mebibytes = lines.stream()
                .filter(line -> line.startsWith("MiB"))
                .mapToLong(line -> Long.parseLong(line.split(" ")[1]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no line with the memory: " + lines));
        return new Timing(median(wall), median(processor), mebibytes);
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing was timed");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
