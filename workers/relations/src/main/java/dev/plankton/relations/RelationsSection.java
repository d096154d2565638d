package dev.plankton.relations;

import dev.plankton.drawing.GreyImage;
import dev.plankton.drawing.Png;
import dev.plankton.runtime.formats.CsvFile;
import dev.plankton.runtime.formats.DatasetImages;
import dev.plankton.runtime.formats.ReportSection;
import dev.plankton.runtime.formats.ReportSection.DataFile;
import dev.plankton.runtime.formats.ReportSection.Fact;
import dev.plankton.runtime.formats.ReportSection.Figure;
import dev.plankton.runtime.formats.ReportSection.Table;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Publishes the pictures and tables of relations and puts them into words. */
final class RelationsSection {
    private static final int SHOWN = 20;

    private final Results results;
    private final DatasetImages pictures;
    private final StepContext context;

    RelationsSection(Results results, DatasetImages pictures, StepContext context) {
        this.results = results;
        this.pictures = pictures;
        this.context = context;
    }

    ReportSection write() throws IOException, InterruptedException {
        List<Relation> apart = results.found().apart();
        DataFile all = csv();
        List<Figure> figures = apart.isEmpty() || !pictures.any() ? List.of() : List.of(figure(apart));
        List<Table> tables = List.of(
                table("The best relations of four different images.", apart, List.of(all)),
                table(
                        "The best relations that share an image, told apart because they often say no more than that two"
                                + " images are alike.",
                        results.found().sharing(),
                        List.of()));
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Images searched", text("%,d", results.images().size())),
                new Fact("Relations kept", Integer.toString(apart.size()))));
        if (!apart.isEmpty()) {
            facts.add(new Fact("Best score", number(apart.getFirst().score())));
        }
        return new ReportSection("relations", "Vector relations", summary(), facts, figures, tables);
    }

    private String summary() {
        int searched = results.images().size();
        String which = searched == results.testImages()
                ? text("all %,d test images", searched)
                : text("%,d of the %,d test images, drawn at random,", searched, results.testImages());
        String inside = results.input().relationsWithinClass() ? "" : " Pairs inside one class were left out.";
        return text(
                """
                Pairs of images that differ in the same way, as king - man = queen - woman: the differences of \
                embeddings of %s under %s (validation accuracy %.3f) were searched exactly for \
                pairs less than %s apart. The score is that distance relative to the length of the shorter difference; \
                the smaller, the better.%s""",
                which,
                results.embeddings(),
                results.checkpoint().accuracy(),
                number(results.input().relationsEpsilon()),
                inside);
    }

    private Figure figure(List<Relation> relations) throws IOException, InterruptedException {
        List<BufferedImage> drawn = new ArrayList<>();
        List<DataFile> single = new ArrayList<>();
        for (Relation relation : relations.subList(0, Math.min(SHOWN, relations.size()))) {
            context.checkCancelled();
            int rank = drawn.size() + 1;
            BufferedImage picture = RelationPicture.draw(
                    "%d.  score %s".formatted(rank, number(relation.score())),
                    List.of(
                            pictured(relation.a()),
                            pictured(relation.b()),
                            pictured(relation.c()),
                            pictured(relation.d())));
            drawn.add(picture);
            String file = "relation-%02d.png".formatted(rank);
            single.add(new DataFile(file, publish(file, picture)));
        }
        String caption = """
                Each block is one relation, the best first: going from the left image to the right one changes the upper \
                pair as it changes the lower one. The smaller the score, the more alike the two changes.""";
        ArtifactId sheet = publish("relations.png", RelationPicture.sheet(drawn));
        return new Figure("relations.png", "image/png", caption, sheet, single);
    }

    private RelationPicture.Pictured pictured(int row) throws IOException, InterruptedException {
        String key = results.images().images().get(row);
        GreyImage image = new GreyImage(pictures.pixels(key), pictures.side());
        return new RelationPicture.Pictured(image, results.className(row));
    }

    private Table table(String caption, List<Relation> relations, List<DataFile> data) {
        List<String> columns = List.of("Score", "Distance", "|a - b|", "|c - d|", "a", "b", "c", "d");
        List<List<String>> rows = relations.stream()
                .limit(SHOWN)
                .map(relation -> List.of(
                        number(relation.score()),
                        number(relation.distance()),
                        number(relation.firstLength()),
                        number(relation.secondLength()),
                        results.className(relation.a()),
                        results.className(relation.b()),
                        results.className(relation.c()),
                        results.className(relation.d())))
                .toList();
        return new Table(caption, columns, rows, data);
    }

    private DataFile csv() throws IOException, InterruptedException {
        String file = "relations.csv";
        Path path = context.scratch().resolve(file);
        List<String> columns = List.of(
                "score",
                "distance",
                "length_ab",
                "length_cd",
                "shares_image",
                "class_a",
                "class_b",
                "class_c",
                "class_d",
                "image_a",
                "image_b",
                "image_c",
                "image_d");
        List<Relation> all = Stream.concat(results.found().apart().stream(), results.found().sharing().stream())
                .toList();
        try (CsvFile csv = new CsvFile(path, columns)) {
            for (Relation relation : all) {
                List<Integer> rows = List.of(relation.a(), relation.b(), relation.c(), relation.d());
                List<String> cells = new ArrayList<>(List.of(
                        Double.toString(relation.score()),
                        Double.toString(relation.distance()),
                        Double.toString(relation.firstLength()),
                        Double.toString(relation.secondLength()),
                        Boolean.toString(relation.sharesImage())));
                rows.forEach(row -> cells.add(results.className(row)));
                for (int row : rows) {
                    cells.add(pictures.image(results.images().images().get(row)).source());
                }
                csv.row(cells);
            }
        }
        return new DataFile(file, context.publish("table", path));
    }

    private ArtifactId publish(String file, BufferedImage picture) throws IOException, InterruptedException {
        return context.publish("picture", Png.write(picture, context.scratch().resolve(file)));
    }

    /** Formats alike in every locale. */
    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String number(double value) {
        return text(value < 0.001 ? "%.1e" : "%.3f", value);
    }
}
