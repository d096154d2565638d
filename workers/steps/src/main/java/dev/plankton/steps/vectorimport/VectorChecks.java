package dev.plankton.steps.vectorimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.ids.UploadName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns uploaded rows into embeddings that every analysis can use, or says in one sentence why they cannot be used. */
record VectorChecks(UploadName name, Limits limits) {

    /** Rows keep their order; classes are sorted by name. */
    EmbeddingTable table(List<UploadedVector> rows) {
        if (rows.isEmpty()) {
            throw bad("holds no vectors");
        }
        int dimensions = rows.getFirst().vector().length;
        if (dimensions < 1 || dimensions > limits.dimensions()) {
            throw bad("holds vectors of %d dimensions; give 1 to %d".formatted(dimensions, limits.dimensions()));
        }
        Set<String> images = new HashSet<>();
        Set<String> classes = new TreeSet<>();
        Split[] splits = new Split[rows.size()];
        for (int row = 0; row < splits.length; row++) {
            UploadedVector given = rows.get(row);
            checkText(given.image(), "image", row);
            checkText(given.className(), "class", row);
            if (!images.add(given.image())) {
                throw bad("names the image '%s' twice".formatted(given.image()));
            }
            classes.add(given.className());
            splits[row] = split(given, row);
            checkVector(given, dimensions);
        }
        if (classes.size() < 2 || classes.size() > limits.classes()) {
            throw bad("has %d %s; give 2 to %d"
                    .formatted(classes.size(), classes.size() == 1 ? "class" : "classes", limits.classes()));
        }
        checkSplits(rows, splits, classes);
        List<String> names = List.copyOf(classes);
        return new EmbeddingTable(
                rows.stream().map(UploadedVector::image).toList(),
                names,
                labels(rows, names),
                splits,
                rows.stream().map(UploadedVector::vector).toArray(float[][]::new));
    }

    private static int[] labels(List<UploadedVector> rows, List<String> sorted) {
        String[] names = sorted.toArray(String[]::new);
        return rows.stream()
                .mapToInt(row -> Arrays.binarySearch(names, row.className()))
                .toArray();
    }

    private void checkText(String text, String column, int row) {
        boolean control = text.chars().anyMatch(Character::isISOControl);
        if (text.isBlank() || control || text.length() > limits.text()) {
            throw bad("has a %s in row %d that is blank, longer than %d characters or holds control characters"
                    .formatted(column, row + 1, limits.text()));
        }
    }

    private void checkVector(UploadedVector given, int dimensions) {
        if (given.vector().length != dimensions) {
            throw bad("gives image '%s' a vector of %d dimensions, but the first image one of %d"
                    .formatted(given.image(), given.vector().length, dimensions));
        }
        for (float value : given.vector()) {
            if (!Float.isFinite(value)) {
                throw bad("gives image '%s' a vector with a value that is no finite float32".formatted(given.image()));
            }
        }
    }

    private Split split(UploadedVector given, int row) {
        @Nullable
        Split split = switch (given.split().strip().toLowerCase(Locale.ROOT)) {
            case "train" -> Split.TRAIN;
            case "validation", "valid", "val" -> Split.VALIDATION;
            case "test" -> Split.TEST;
            default -> null;
        };
        if (split == null) {
            String shown = given.split().length() > 40 ? given.split().substring(0, 40) + "..." : given.split();
            throw bad("has the split '%s' in row %d; it must be train, validation or test".formatted(shown, row + 1));
        }
        return split;
    }

    private void checkSplits(List<UploadedVector> rows, Split[] splits, Set<String> classes) {
        Set<Split> lacking = EnumSet.allOf(Split.class);
        Set<String> notLearnt = new TreeSet<>(classes);
        List<Split> seen = new ArrayList<>();
        for (int row = 0; row < splits.length; row++) {
            if (seen.contains(splits[row])) {
                lacking.remove(splits[row]); // the second image
            }
            if (!seen.contains(splits[row])) {
                seen.add(splits[row]);
            }
            if (splits[row] == Split.TRAIN) {
                notLearnt.remove(rows.get(row).className());
            }
        }
        if (!lacking.isEmpty()) {
            throw bad("has fewer than two %s images; the analyses need some in each of train, validation and test"
                    .formatted(lacking.iterator().next().name().toLowerCase(Locale.ROOT)));
        }
        if (!notLearnt.isEmpty()) {
            throw bad("has no train images of the class '%s'; give each class at least one"
                    .formatted(notLearnt.iterator().next()));
        }
    }

    private BadInputException bad(String what) {
        return new BadInputException("'%s' %s.".formatted(name, what));
    }
}
