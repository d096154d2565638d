package dev.plankton.steps.classifier;

import dev.plankton.numerics.measures.Confusion;
import dev.plankton.steps.kit.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scores of the classes and the confusion matrix, as tables. */
record ClassTables(List<String> classes, Confusion confusion) {
    static final List<String> SCORES = List.of("class", "images", "precision", "recall", "f1");

    private static final int TAKEN_FOR = 2;

    /** One row per class, the lowest recall first, with the columns of {@link #SCORES}. */
    List<List<String>> scores(DoubleFunction<String> number) {
        return confusion.weakestFirst().stream()
                .map(c -> List.of(
                        classes.get(c),
                        Integer.toString(confusion.images(c)),
                        number.apply(confusion.precision(c)),
                        number.apply(confusion.recall(c)),
                        number.apply(confusion.f1(c))))
                .toList();
    }

    /** The weakest classes, the lowest recall first, each with the classes that it is most often mistaken for. */
    List<List<String>> weakest(int most) {
        return confusion.weakestFirst().stream()
                .limit(most)
                .map(c -> List.of(
                        classes.get(c),
                        Integer.toString(confusion.images(c)),
                        Figures.percent(confusion.recall(c)),
                        Figures.percent(confusion.precision(c)),
                        takenFor(c)))
                .toList();
    }

    private String takenFor(int c) {
        return confusion.confusedPairs().stream()
                .filter(pair -> pair.trueClass() == c)
                .limit(TAKEN_FOR)
                .map(pair -> "%s (%d)".formatted(classes.get(pair.predictedClass()), pair.images()))
                .collect(Collectors.joining(", "));
    }

    /**
     * One row per pair of classes, the most often confused first, with the number of images and their share of the true
     * class.
     */
    List<List<String>> pairs() {
        return confusion.confusedPairs().stream()
                .map(pair -> List.of(
                        classes.get(pair.trueClass()),
                        classes.get(pair.predictedClass()),
                        Integer.toString(pair.images()),
                        Figures.percent((double) pair.images() / confusion.images(pair.trueClass()))))
                .toList();
    }

    /** The header of the matrix: a corner cell, then the predicted classes. */
    List<String> matrixColumns() {
        return Stream.concat(Stream.of("true \\ predicted"), classes.stream()).toList();
    }

    /** One row per true class: its name, then the counts. */
    List<List<String>> matrix() {
        List<List<String>> rows = new ArrayList<>();
        for (int c = 0; c < classes.size(); c++) {
            Stream<String> counts = Arrays.stream(confusion.counts()[c]).mapToObj(Integer::toString);
            rows.add(Stream.concat(Stream.of(classes.get(c)), counts).toList());
        }
        return rows;
    }
}
