package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What EcoTaxa's tables say about the uploaded images. */
final class EcoTaxaObjects {
    private static final String VALIDATED = "validated";
    private static final int NAMED = 5;

    /**
     * @param category the class that a person has confirmed, or blank
     * @param chosen whether it is the object's image with the lowest rank
     */
    record Found(String objectId, String status, String category, boolean chosen) {}

    private record Ranked(String path, double rank) {}

    private final EcoTaxaImages there;
    private final Map<String, Found> images = new HashMap<>();
    private final Map<String, Ranked> lowest = new HashMap<>();
    private final List<String> withoutImage = new ArrayList<>();
    private String folder = "";

    EcoTaxaObjects(EcoTaxaImages there) {
        this.there = there;
    }

    /** Must be called before each table is read. */
    void begin(UploadPath table) {
        String path = table.toString();
        folder = path.substring(0, path.lastIndexOf('/') + 1);
        lowest.clear();
    }

    void take(LabelTable.Row row) {
        String id = row.cell("object_id");
        if (id.isBlank()) {
            throw row.refusal("the object_id is blank");
        }
        String rank = row.find("img_rank").filter(cell -> !cell.isBlank()).orElse("0");
        List<String> stems = Stream.of(row.find("objid").orElse(""), id)
                .filter(name -> !name.isBlank())
                .map(name -> name + "_" + rank)
                .toList();
        Optional<String> path = there.find(folder, row.cell("img_file_name"), stems);
        if (path.isEmpty()) {
            withoutImage.add(id);
            return;
        }
        String status = row.find("object_annotation_status").orElse("");
        String category = status.equalsIgnoreCase(VALIDATED)
                ? row.find("object_annotation_category").orElse("")
                : "";
        add(new Ranked(path.get(), number(row, rank)), new Found(id, status.intern(), category.intern(), true));
    }

    private void add(Ranked image, Found found) {
        Ranked before = lowest.get(found.objectId());
        boolean chosen = before == null || image.rank() < before.rank();
        if (chosen) {
            lowest.put(found.objectId(), image);
            if (before != null) {
                images.computeIfPresent(before.path(), (path, other) -> unchosen(other));
            }
        }
        images.put(image.path(), chosen ? found : unchosen(found));
    }

    private static Found unchosen(Found found) {
        return new Found(found.objectId(), found.status(), found.category(), false);
    }

    private static double number(LabelTable.Row row, String rank) {
        try {
            return Double.parseDouble(rank);
        } catch (NumberFormatException e) {
            throw row.refusal("the img_rank '%s' is not a number".formatted(rank));
        }
    }

    /** The images in the tables, by path. */
    Map<String, Found> images() {
        return images;
    }

    List<LeftOut> remarks() {
        return withoutImage.isEmpty()
                ? List.of()
                : List.of(new LeftOut(
                        "the tables",
                        "name %,d images that were not uploaded, of the objects %s"
                                .formatted(withoutImage.size(), UploadPath.first(withoutImage, NAMED))));
    }
}
