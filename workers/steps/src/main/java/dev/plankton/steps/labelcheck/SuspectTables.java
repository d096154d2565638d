package dev.plankton.steps.labelcheck;

import dev.plankton.contracts.formats.ReportSection.DataFile;
import dev.plankton.contracts.formats.ReportSection.Table;
import dev.plankton.steps.kit.EcoTaxaTable;
import dev.plankton.steps.kit.Figures;
import dev.plankton.steps.kit.SectionFiles;
import dev.plankton.steps.labelcheck.LabelCheckResult.Suspect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The images whose label is likely wrong, as tables in the report and as files for further work. */
final class SuspectTables {
    static final List<String> COLUMNS = List.of(
            "image",
            "source",
            "object_id",
            "given_class",
            "proposed_class",
            "probability",
            "probability_of_given",
            "share_of_neighbours");

    private static final int PAIRS_SHOWN = 20;
    private static final String ECOTAXA = "ecotaxa_likely_errors.tsv";

    private final List<Suspect> errors;
    private final UploadedObjects objects;
    private final SectionFiles files;

    /** Two classes, and how many images of the one are likely of the other. */
    record Pair(String given, String proposed, int images) {}

    SuspectTables(List<Suspect> errors, UploadedObjects objects, SectionFiles files) {
        this.errors = errors;
        this.objects = objects;
        this.files = files;
    }

    /** The most frequent pair first. */
    List<Pair> pairs() {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        errors.forEach(error -> counts.computeIfAbsent(error.given(), given -> new TreeMap<>())
                .merge(error.proposed(), 1, Integer::sum));
        List<Pair> pairs = new ArrayList<>();
        counts.forEach((given, proposals) ->
                proposals.forEach((proposed, images) -> pairs.add(new Pair(given, proposed, images))));
        pairs.sort(Comparator.comparingInt(Pair::images).reversed());
        return pairs;
    }

    List<Table> write() throws IOException, InterruptedException {
        List<DataFile> data = new ArrayList<>();
        data.add(files.csv("likely-label-errors.csv", COLUMNS, rows()));
        List<EcoTaxaTable.Row> ecoTaxa = ecoTaxa();
        if (!ecoTaxa.isEmpty()) {
            Path file = files.draft(ECOTAXA);
            EcoTaxaTable.write(file, EcoTaxaTable.PREDICTION, ecoTaxa);
            data.add(files.publish(ECOTAXA, "table", file));
        }
        return List.of(
                new Table(
                        "Likely errors by given and proposed class, the most frequent pair first" + ofPairs() + ".",
                        List.of("Given class", "Proposed class", "Images"),
                        pairs().stream()
                                .limit(PAIRS_SHOWN)
                                .map(pair -> List.of(pair.given(), pair.proposed(), Figures.count(pair.images())))
                                .toList(),
                        List.of()),
                new Table(
                        "The images whose label is likely wrong"
                                + (errors.size() > LabelCheckSection.SHOWN
                                        ? Figures.text(
                                                ", the first %d of %,d; likely-label-errors.csv has all.",
                                                LabelCheckSection.SHOWN, errors.size())
                                        : "; likely-label-errors.csv has them with all digits.")
                                + onEcoTaxa(ecoTaxa.size()),
                        List.of(
                                "Image",
                                "Given class",
                                "Proposed class",
                                "Its probability",
                                "Probability of the given class",
                                "Share of the nearest images"),
                        shown(),
                        data));
    }

    private String ofPairs() {
        int all = pairs().size();
        return all > PAIRS_SHOWN ? Figures.text(", %d of %,d pairs", PAIRS_SHOWN, all) : "";
    }

    /** Only what may be imported: existing objects, and categories that EcoTaxa has. */
    private List<EcoTaxaTable.Row> ecoTaxa() {
        return errors.stream()
                .filter(error ->
                        !error.objectId().isBlank() && objects.categories().contains(error.proposed()))
                .map(error -> EcoTaxaTable.Row.prediction(
                        error.source(), error.objectId(), error.proposed(), error.probability()))
                .toList();
    }

    private String onEcoTaxa(int rows) {
        if (rows == 0) {
            return "";
        }
        int without = errors.size() - rows;
        return Figures.text(
                        " EcoTaxa can import %s, which has %s with the proposed class as a prediction that a person must"
                                + " validate. A person had validated these objects; the import turns them back into predictions"
                                + " and deletes the reviewer's name. So look at the images first, and delete the rows of those whose"
                                + " label is right.",
                        ECOTAXA, Figures.counted(rows, "object", "objects"))
                + (without == 0
                        ? ""
                        : Figures.text(
                                " %s not in it, because EcoTaxa's name of the object or of the proposed class is not known.",
                                Figures.counted(without, "image is", "images are")));
    }

    private List<List<String>> rows() {
        return errors.stream()
                .map(error -> List.of(
                        error.image(),
                        error.source(),
                        error.objectId(),
                        error.given(),
                        error.proposed(),
                        Figures.exact(error.probability()),
                        Figures.exact(error.probabilityOfGiven()),
                        Figures.exact(error.share())))
                .toList();
    }

    private List<List<String>> shown() {
        return errors.stream()
                .limit(LabelCheckSection.SHOWN)
                .map(error -> List.of(
                        error.source(),
                        error.given(),
                        error.proposed(),
                        Figures.three(error.probability()),
                        Figures.three(error.probabilityOfGiven()),
                        Figures.percent(error.share())))
                .toList();
    }
}
