package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.ImageRank;
import dev.plankton.steps.datasetimport.EcoTaxaObject.RankedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The layout of EcoTaxa (SPEC 1), for a backup or an export: tables {@code ecotaxa*.tsv} or {@code ecotaxa*.txt}, each
 * in the folder of its images or above it. Of an object with several images, one is used.
 */
final class EcoTaxa implements Labels {
    private static final String NO_STATUS = "without a status";
    private static final int NAMED = 10;

    private final Map<String, Place> images = new HashMap<>();
    private final List<Missing> missing = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();
    private final ImageRank imageRank;
    private final boolean labelled;
    private int withoutCategory;

    private EcoTaxa(ImageRank imageRank, boolean labelled) {
        this.imageRank = imageRank;
        this.labelled = labelled;
    }

    /**
     * Reads the tables.
     *
     * @param where describes the upload in messages
     * @param imageRank which image of an object is used
     * @param labelled whether only objects with a validated category are used; otherwise all objects are used
     * @throws BadInputException if there is no table, a table is malformed, or rows contradict each other
     */
    static EcoTaxa survey(String where, UploadedFiles files, Limits limits, ImageRank imageRank, boolean labelled)
            throws IOException, InterruptedException {
        EcoTaxaImages there = new EcoTaxaImages();
        List<String> tables = new ArrayList<>();
        files.survey(path -> {
            if (isTable(path)) {
                tables.add(path.toString());
            } else if (path.isImage()) {
                there.add(path);
            }
        });
        if (tables.isEmpty()) {
            throw new BadInputException(
                    "%s has no table ecotaxa*.tsv or ecotaxa*.txt; upload an export or a backup of EcoTaxa with its images, as it was downloaded."
                            .formatted(where));
        }
        List<List<String>> columns = new ArrayList<>(List.of(List.of("img_file_name"), List.of("object_id")));
        if (labelled) {
            columns.add(List.of("object_annotation_status"));
            columns.add(List.of("object_annotation_category", "object_annotation_category_id"));
        }
        EcoTaxa labels = new EcoTaxa(imageRank, labelled);
        EcoTaxaObjects objects = new EcoTaxaObjects(there);
        files.read(EcoTaxa::isTable, (path, file) -> {
            objects.begin(path);
            LabelTable.read(path, file, '\t', columns, limits, objects::take).ifPresent(labels.remarks::add);
        });
        objects.all().forEach(labels::settle);
        labels.remark(objects);
        return labels;
    }

    static boolean isTable(UploadPath path) {
        return path.name().toLowerCase(Locale.ROOT).matches("ecotaxa.*\\.(tsv|txt)(\\.gz)?");
    }

    private void settle(EcoTaxaObject object) {
        EcoTaxaObject.Annotation said = object.annotation();
        counts.merge(said.status().isBlank() ? NO_STATUS : said.status(), 1, Integer::sum);
        boolean wanted = !labelled || said.validated();
        Optional<RankedImage> chosen = object.chosen(imageRank);
        for (RankedImage image : object.images()) {
            Place place = wanted && chosen.filter(image::equals).isEmpty()
                    ? new Place.Unused("is another image of the object '%s'".formatted(said.objectId()))
                    : place(said, image.pixelSize());
            image.path().ifPresent(path -> images.put(path, place));
        }
        if (!wanted) {
            return;
        }
        if (chosen.isEmpty()) {
            RankedImage first = object.images().getFirst();
            missing.add(new Missing(
                    said.category(),
                    first.path().orElse(first.name()),
                    "is of the object '%s', which has no image of rank %s"
                            .formatted(said.objectId(), imageRank.written())));
        } else if (chosen.get().path().isEmpty()) {
            missing.add(new Missing(
                    said.category(),
                    chosen.get().name(),
                    "was not uploaded, although %s names it as the image of the object '%s'"
                            .formatted(chosen.get().place(), said.objectId())));
        }
        if (labelled && said.category().isBlank()) {
            withoutCategory++;
        }
    }

    private Place place(EcoTaxaObject.Annotation said, Optional<PixelSize> pixelSize) {
        if (!labelled) {
            return new Place.Wanted("", said.objectId(), said.status(), Optional.empty(), pixelSize);
        }
        if (!said.validated()) {
            return new Place.Unused("is not validated (its status is '%s')".formatted(said.status()));
        }
        return said.category().isBlank()
                ? new Place.Misplaced("", "is validated, but the category is blank")
                : new Place.Wanted(said.category(), said.objectId(), said.status(), Optional.empty(), pixelSize);
    }

    private void remark(EcoTaxaObjects objects) {
        if (objects.repeated() > 0) {
            remarks.add("The tables repeat %,d rows; each was counted once.".formatted(objects.repeated()));
        }
        if (labelled && !objects.ambiguous().isEmpty()) {
            remarks.add("Categories of one name and several numbers were taken as one class: %s."
                    .formatted(UploadPath.first(objects.ambiguous(), NAMED)));
        }
        if (labelled && counts.keySet().stream().anyMatch(status -> !status.equals("validated"))) {
            remarks.add("The tables name %s; only validated objects are learnt from.".formatted(inWords()));
        }
    }

    private String inWords() {
        return counts.entrySet().stream()
                .map(status -> "%,d %s%s"
                        .formatted(
                                status.getValue(),
                                status.getValue() == 1 ? "object " : "objects ",
                                UploadPath.printable(status.getKey())))
                .collect(Collectors.joining(", "));
    }

    @Override
    public Place place(UploadPath path) {
        if (isTable(path)) {
            return new Place.Read();
        }
        if (!path.isImage()) {
            return new Place.Unused("is not an image");
        }
        Place place = images.get(path.toString());
        return place == null ? new Place.Misplaced("", "is not in any table") : place;
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }

    @Override
    public List<Missing> missing() {
        return missing;
    }

    @Override
    public Optional<String> nothingLabelled() {
        int validated = counts.getOrDefault("validated", 0);
        if (validated == 0) {
            return Optional.of(
                    "no object is validated: the tables name %s; validate objects in EcoTaxa and export them again"
                            .formatted(counts.isEmpty() ? "none" : inWords()));
        }
        return validated == withoutCategory
                ? Optional.of(
                        "the category is blank for all %,d validated objects; give them categories in EcoTaxa and export them again"
                                .formatted(validated))
                : Optional.empty();
    }
}
