package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.formats.Split;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The layout of ZooScanNet (SPEC 1): images at {@code .../imgs/<taxon>/<objid>.<type>}, and a table {@code taxa.csv} or
 * {@code taxa.csv.gz} with the columns objid and taxon. If it also has the column set, its split is kept.
 */
final class ZooScanNet implements Labels {
    private static final String IMAGES = "imgs";
    private static final int NAMED = 5;

    private final Map<String, Entry> entries;
    private final String table;
    private final List<String> withoutImage;

    private record Entry(String taxon, Optional<Split> split) {}

    private ZooScanNet(Map<String, Entry> entries, String table, List<String> withoutImage) {
        this.entries = entries;
        this.table = table;
        this.withoutImage = withoutImage;
    }

    /**
     * Reads the table.
     *
     * @param where describes the upload in messages
     * @throws BadInputException if there is no table, or more than one, or the table is malformed
     */
    static ZooScanNet survey(String where, UploadedFiles files, Limits limits)
            throws IOException, InterruptedException {
        Set<String> images = new HashSet<>();
        List<String> tables = new ArrayList<>();
        files.survey(path -> {
            if (isTable(path)) {
                tables.add(path.toString());
            } else if (isImage(path)) {
                images.add(path.stem());
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
        Map<String, Entry> entries = new HashMap<>();
        List<String> withoutImage = new ArrayList<>();
        files.read(ZooScanNet::isTable, (path, file) -> {
            String name = "The table %s".formatted(path);
            LabelTable.read(name, file, ',', List.of("objid", "taxon"), limits, row -> {
                String id = row.cell("objid");
                if (entries.putIfAbsent(id, entry(row)) != null) {
                    throw row.refusal("the objid %s appears twice".formatted(id));
                }
                if (!images.contains(id)) {
                    withoutImage.add(id);
                }
            });
        });
        return new ZooScanNet(entries, tables.getFirst(), withoutImage);
    }

    private static Entry entry(LabelTable.Row row) {
        String taxon = row.cell("taxon");
        if (taxon.isBlank()) {
            throw row.refusal("the taxon is blank");
        }
        return new Entry(Taxon.ofZooScanNet(taxon).intern(), row.find("set").map(set -> split(row, set)));
    }

    private static Split split(LabelTable.Row row, String set) {
        return switch (set.toLowerCase(Locale.ROOT)) {
            case "train" -> Split.TRAIN;
            case "val", "valid" -> Split.VALIDATION;
            case "test" -> Split.TEST;
            default -> throw row.refusal("the set is '%s', neither train, val, valid nor test".formatted(set));
        };
    }

    private static boolean isTable(UploadPath path) {
        return path.name().equals("taxa.csv") || path.name().equals("taxa.csv.gz");
    }

    private static boolean isImage(UploadPath path) {
        int parts = path.parts().size();
        return path.isImage() && parts >= 3 && path.parts().get(parts - 3).equals(IMAGES);
    }

    @Override
    public Place place(UploadPath path) {
        if (isTable(path) || !path.isImage()) {
            return new Place.Unused(isTable(path) ? "is the table of taxa" : "is not an image");
        }
        if (!isImage(path)) {
            return new Place.Misplaced("is not at imgs/<taxon>/<objid>");
        }
        Entry entry = entries.get(path.stem());
        if (entry == null) {
            return new Place.Misplaced("is not in " + table);
        }
        String folder = Taxon.ofZooScanNet(path.parts().get(path.parts().size() - 2));
        if (!folder.equals(entry.taxon())) {
            return new Place.Misplaced("is in the folder of '%s', but %s says '%s'"
                    .formatted(UploadPath.printable(folder), table, UploadPath.printable(entry.taxon())));
        }
        return new Place.Wanted(entry.taxon(), path.stem(), entry.split());
    }

    @Override
    public List<LeftOut> remarks() {
        return withoutImage.isEmpty()
                ? List.of()
                : List.of(new LeftOut(
                        table,
                        "names %,d objects without an image: %s"
                                .formatted(withoutImage.size(), UploadPath.first(withoutImage, NAMED))));
    }
}
