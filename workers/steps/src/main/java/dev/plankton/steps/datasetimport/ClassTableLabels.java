package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Classes of single images in a table {@code classes.csv} with the columns {@code image}, a file's name without
 * extension, and {@code class}. Images that it does not name have no label and are not used.
 */
final class ClassTableLabels implements Labels {
    private static final String TABLE = "classes.csv";

    private final Map<String, String> classes = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private final Set<String> images = new HashSet<>();

    private ClassTableLabels() {}

    /**
     * Reads the table.
     *
     * @throws BadInputException if there is none or more than one, or it is malformed, or two images have one name
     */
    static ClassTableLabels survey(String where, UploadedFiles files, Limits limits)
            throws IOException, InterruptedException {
        ClassTableLabels labels = new ClassTableLabels();
        List<String> tables = new ArrayList<>();
        files.survey(path -> {
            if (isTable(path)) {
                tables.add(path.toString());
            } else if (path.isImage() && !labels.images.add(path.stem())) {
                throw new BadInputException("%s has two images called '%s'; upload each bin once."
                        .formatted(where, UploadPath.printable(path.stem())));
            }
        });
        if (tables.size() != 1) {
            throw new BadInputException(
                    "%s has %s; add one table %s with the columns image (such as D20130526T095207_IFCB013_00042) and class."
                            .formatted(
                                    where,
                                    tables.isEmpty() ? "no table of classes" : tables.size() + " tables of classes",
                                    TABLE));
        }
        files.read(ClassTableLabels::isTable, (path, file) -> {
            LabelTable.read(path, file, ',', List.of(List.of("image"), List.of("class")), limits, labels::take)
                    .ifPresent(labels.remarks::add);
        });
        return labels;
    }

    static boolean isTable(UploadPath path) {
        return path.name().equals(TABLE);
    }

    private void take(TableRow row) {
        String image = row.cell("image").replaceFirst("\\.[A-Za-z]{3,4}$", "");
        String name = Normalizer.normalize(row.cell("class"), Normalizer.Form.NFC);
        if (image.isBlank()) {
            throw row.refusal("the image is blank");
        }
        String before = classes.putIfAbsent(image, name);
        if (before != null && !before.equals(name)) {
            throw row.refusal(
                    "the image '%s' is '%s' here and '%s' in %s".formatted(image, name, before, places.get(image)));
        }
        places.putIfAbsent(image, row.place());
    }

    @Override
    public Place place(UploadPath path) {
        if (isTable(path)) {
            return new Place.Read();
        }
        if (!path.isImage()) {
            return new Place.Unused("is not an image");
        }
        String name = classes.getOrDefault(path.stem(), "");
        return name.isBlank()
                ? new Place.Unused("has no class in " + TABLE)
                : new Place.Wanted(name, path.stem(), "", Optional.empty());
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }

    @Override
    public List<Missing> missing() {
        return classes.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank() && !images.contains(entry.getKey()))
                .map(entry ->
                        Missing.named(entry.getValue(), entry.getKey(), String.valueOf(places.get(entry.getKey()))))
                .sorted((one, another) -> one.source().compareTo(another.source()))
                .toList();
    }
}
