package dev.plankton.steps.groups;

import dev.plankton.contracts.formats.ReportSection.DataFile;
import dev.plankton.steps.groups.Discovery.Placed;
import dev.plankton.steps.kit.EcoTaxaTable;
import dev.plankton.steps.kit.Figures;
import dev.plankton.steps.kit.SectionFiles;
import dev.plankton.steps.newimages.ShownObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** The groups as files for further work: one line for each object, also where several have the same image. */
final class GroupTables {
    private static final List<String> COLUMNS = List.of(
            "image",
            "source",
            "object_id",
            "group",
            "centre_distance",
            "nearest_class",
            "class_distance",
            "distance",
            "far");

    /** A free column: categories must be those of EcoTaxa's taxonomy, so the name of a group cannot be one. */
    private static final List<EcoTaxaTable.Column> ECO_TAXA =
            List.of(new EcoTaxaTable.Column("object_plankton_group", "[t]"));

    private final Discovery discovery;
    private final List<Placed> placed;
    private final KnownClasses classes;
    private final SectionFiles files;

    GroupTables(Discovery discovery, KnownClasses classes, SectionFiles files) {
        this.discovery = discovery;
        this.placed = discovery.placed();
        this.classes = classes;
        this.files = files;
    }

    /**
     * Group by group. The last two columns are those of plankton_classify: the mean distance to the nearest labelled
     * images, and whether it would flag the image.
     */
    DataFile csv() throws IOException, InterruptedException {
        List<KnownClasses.Nearest> nearest = classes.nearest(
                placed.stream().map(one -> discovery.vectors()[one.image()]).toArray(float[][]::new));
        return files.csv(
                "groups.csv",
                COLUMNS,
                () -> IntStream.range(0, placed.size())
                        .boxed()
                        .flatMap(i -> objects(placed.get(i)).stream()
                                .map(object -> cells(placed.get(i), object, nearest.get(i))))
                        .iterator());
    }

    private List<ShownObject> objects(Placed one) {
        return discovery.images().objects(one.image());
    }

    private List<String> cells(Placed one, ShownObject object, KnownClasses.Nearest nearest) {
        List<String> cells = new ArrayList<>(List.of(
                discovery.images().manifest().images().get(one.image()).key(),
                object.source(),
                object.objectId(),
                one.group()));
        cells.add(one.distance().map(Figures::exact).orElse(""));
        cells.add(nearest.name());
        cells.add(Figures.exact(nearest.distance()));
        cells.add(Figures.exact(discovery.neighbours().distance(one.image())));
        cells.add(Boolean.toString(discovery.neighbours().far(one.image())));
        return cells;
    }

    /**
     * The group of each object for EcoTaxa. It says nothing of categories, so objects that a person has reviewed keep
     * theirs.
     */
    DataFile ecoTaxa() throws IOException, InterruptedException {
        Path file = files.draft("ecotaxa_groups.tsv");
        EcoTaxaTable.write(file, ECO_TAXA, this::ecoTaxaRows);
        return files.publish("ecotaxa_groups.tsv", "table", file);
    }

    private Iterator<EcoTaxaTable.Row> ecoTaxaRows() {
        return placed.stream()
                .flatMap(one -> objects(one).stream()
                        .map(object -> new EcoTaxaTable.Row(object.source(), object.objectId(), List.of(one.group()))))
                .iterator();
    }
}
