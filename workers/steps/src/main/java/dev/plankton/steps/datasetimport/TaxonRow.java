package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.formats.Split;
import java.util.Locale;
import java.util.Optional;

/**
 * One row of ZooScanNet's table.
 *
 * @param id the objid
 * @param taxon the class; may be blank
 * @param imagePath where the image is, relative to the table; empty in the older release
 */
record TaxonRow(String id, String taxon, Optional<Split> split, Optional<String> imagePath) {

    /** @throws dev.plankton.contracts.BadInputException if the objid is blank or the set is unknown */
    static TaxonRow of(TableRow row, int level) {
        String id = row.cell("objid");
        if (id.isBlank()) {
            throw row.refusal("the objid is blank");
        }
        String taxon =
                row.find("taxon_level" + level).or(() -> row.find("taxon")).orElse("");
        return new TaxonRow(
                id,
                Taxon.ofZooScanNet(taxon).intern(),
                row.find("set").filter(set -> !set.isBlank()).map(set -> split(row, set)),
                row.find("img_path").filter(path -> !path.isBlank()));
    }

    private static Split split(TableRow row, String set) {
        return SplitNames.of(set.toLowerCase(Locale.ROOT))
                .orElseThrow(() ->
                        row.refusal("the set is '%s', none of %s".formatted(set, String.join(", ", SplitNames.ALL))));
    }

    /** Whether a folder is that of the taxon. */
    boolean isIn(String folder) {
        return Taxon.ofZooScanNet(folder).equals(taxon);
    }
}
