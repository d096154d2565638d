package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The layout of EcoTaxa (SPEC 1), for a backup or an export: tables {@code ecotaxa_*.tsv}, each in the folder of its
 * images or above it. If an object has several images, the one with the lowest rank is used.
 */
final class EcoTaxa implements Labels {
    private final Map<String, EcoTaxaObjects.Found> images;
    private final boolean labelled;
    private final List<LeftOut> remarks;

    private EcoTaxa(Map<String, EcoTaxaObjects.Found> images, boolean labelled, List<LeftOut> remarks) {
        this.images = images;
        this.labelled = labelled;
        this.remarks = remarks;
    }

    /**
     * Reads the tables.
     *
     * @param where describes the upload in messages
     * @param labelled whether only objects with a validated category are used; otherwise all objects are used
     * @throws BadInputException if there is no table, or a table is malformed
     */
    static EcoTaxa survey(String where, UploadedFiles files, Limits limits, boolean labelled)
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
                    "%s has no table ecotaxa_*.tsv; upload an export or a backup of EcoTaxa with its images, as it was downloaded."
                            .formatted(where));
        }
        EcoTaxaObjects objects = new EcoTaxaObjects(there);
        List<String> columns = new ArrayList<>(List.of("img_file_name", "object_id"));
        if (labelled) {
            columns.addAll(List.of("object_annotation_status", "object_annotation_category"));
        }
        files.read(EcoTaxa::isTable, (path, file) -> {
            objects.begin(path);
            LabelTable.read("The table %s".formatted(path), file, '\t', columns, limits, objects::take);
        });
        return new EcoTaxa(objects.images(), labelled, objects.remarks());
    }

    private static boolean isTable(UploadPath path) {
        String name = path.name().toLowerCase(Locale.ROOT);
        return name.startsWith("ecotaxa") && name.endsWith(".tsv");
    }

    @Override
    public Place place(UploadPath path) {
        if (isTable(path) || !path.isImage()) {
            return new Place.Unused(isTable(path) ? "is a table of objects" : "is not an image");
        }
        EcoTaxaObjects.Found found = images.get(path.toString());
        if (found == null) {
            return new Place.Misplaced("is not in any table");
        }
        if (!found.chosen()) {
            return new Place.Unused("is another image of the object '%s'".formatted(found.objectId()));
        }
        if (!labelled) {
            return new Place.Wanted("", found.objectId(), Optional.empty());
        }
        return found.category().isBlank()
                ? new Place.Unused("is not validated (its status is '%s')".formatted(found.status()))
                : new Place.Wanted(found.category(), found.objectId(), Optional.empty());
    }

    @Override
    public List<LeftOut> remarks() {
        return remarks;
    }
}
