package dev.plankton.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The results of an analysis, as numbers in a text file. */
final class Results {
    private Results() {}

    static void write(double[] results, Path file) throws IOException {
        Files.writeString(
                file, Arrays.stream(results).mapToObj(Double::toString).collect(Collectors.joining("\n")));
    }

    static double[] read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /**
     * The first difference between two results.
     *
     * @param tolerance largest difference of two numbers relative to the larger
     * @return empty if they agree
     */
    static Optional<String> difference(double[] ours, double[] theirs, double tolerance) {
        if (ours.length != theirs.length) {
            return Optional.of("%d numbers against our %d".formatted(theirs.length, ours.length));
        }
        for (int i = 0; i < ours.length; i++) {
            double scale = Math.max(Math.abs(ours[i]), Math.abs(theirs[i]));
            if (!(Math.abs(ours[i] - theirs[i]) <= tolerance * scale)) {
                return Optional.of("number %d is %s against our %s".formatted(i, theirs[i], ours[i]));
            }
        }
        return Optional.empty();
    }
}
