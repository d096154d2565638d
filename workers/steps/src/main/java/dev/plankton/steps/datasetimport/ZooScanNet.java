package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The layout of ZooScanNet (SPEC 1): images under {@code .../imgs/}, and a table {@code taxa.csv} or {@code taxa.csv.gz}
 * beside that folder. The current release names each image in {@code img_path} and has two classifications,
 * {@code taxon_level1} and {@code taxon_level2}; in the older one images are at {@code imgs/<taxon>/<objid>.<type>} and
 * the class is {@code taxon}. If the table has the column {@code set}, its split is kept.
 */
final class ZooScanNet implements Labels {
    private final Map<String, Place> places = new HashMap<>();
    private final List<Missing> missing = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private String table = "";

    private ZooScanNet() {}

    /**
     * Reads the table.
     *
     * @param where describes the upload in messages
     * @param level which of the two classifications is used
     * @throws BadInputException if there is no table, or more than one, or the table is malformed
     */
    static ZooScanNet survey(String where, UploadedFiles files, Limits limits, int level)
            throws IOException, InterruptedException {
        ZooScanNetImages there = new ZooScanNetImages();
        List<String> tables = new ArrayList<>();
        files.survey(path -> {
            if (isTable(path)) {
                tables.add(path.toString());
            } else {
                there.add(path);
            }
        });
        if (tables.size() != 1) {
            throw new BadInputException(
                    "%s has %s; ZooScanNet has one taxa.csv or taxa.csv.gz beside its folder imgs: upload it as it was downloaded."
                            .formatted(
                                    where,
                                    tables.isEmpty()
                                            ? "no table of taxa"
                                            : "the tables %s and %s".formatted(tables.get(0), tables.get(1))));
        }
        ZooScanNet labels = new ZooScanNet();
        labels.table = tables.getFirst();
        String folder = labels.table.substring(0, labels.table.lastIndexOf('/') + 1);
        List<List<String>> columns =
                List.of(List.of("objid"), level == 1 ? List.of("taxon_level1", "taxon") : List.of("taxon_level2"));
        Map<String, TaxonRow> rows = new HashMap<>();
        files.read(ZooScanNet::isTable, (path, file) -> {
            Optional<String> remark = LabelTable.read(path, file, ',', columns, limits, row -> {
                TaxonRow said = TaxonRow.of(row, level);
                TaxonRow before = rows.putIfAbsent(said.id(), said);
                if (before == null) {
                    labels.take(said, there.find(folder, said), row);
                } else if (!before.equals(said)) {
                    throw row.refusal("the objid %s appears twice, and the rows differ".formatted(said.id()));
                }
            });
            remark.ifPresent(labels.remarks::add);
        });
        return labels;
    }

    private void take(TaxonRow said, Optional<String> image, TableRow row) {
        if (image.isEmpty()) {
            missing.add(Missing.named(said.taxon(), said.imagePath().orElse(said.id()), row.place()));
            return;
        }
        Place before = places.put(image.get(), place(said, UploadPath.again(image.get(), 0)));
        if (before != null) {
            throw row.refusal("the image %s belongs to another object as well".formatted(image.get()));
        }
    }

    private Place place(TaxonRow said, UploadPath image) {
        if (said.taxon().isBlank()) {
            return new Place.Misplaced("", "has a blank taxon in " + table);
        }
        if (said.imagePath().isEmpty() && !said.isIn(image.folder())) {
            return new Place.Misplaced(
                    said.taxon(),
                    "is in the folder of '%s', but %s says '%s'"
                            .formatted(
                                    UploadPath.printable(Taxon.ofZooScanNet(image.folder())),
                                    table,
                                    UploadPath.printable(said.taxon())));
        }
        return new Place.Wanted(said.taxon(), said.id(), "", said.split());
    }

    static boolean isTable(UploadPath path) {
        return path.name().equals("taxa.csv") || path.name().equals("taxa.csv.gz");
    }

    @Override
    public Place place(UploadPath path) {
        if (isTable(path)) {
            return new Place.Read();
        }
        Place place = places.get(path.toString());
        if (place != null) {
            return place;
        }
        if (!path.isImage()) {
            return new Place.Unused("is not an image");
        }
        return new Place.Misplaced(
                "", ZooScanNetImages.isInPlace(path) ? "is not in " + table : "is not at imgs/<taxon>/<objid>");
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }

    @Override
    public List<Missing> missing() {
        return missing;
    }
}
