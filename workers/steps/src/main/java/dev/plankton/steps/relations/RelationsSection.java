package dev.plankton.steps.relations;

import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.ReportSection.DataFile;
import dev.plankton.contracts.formats.ReportSection.Fact;
import dev.plankton.contracts.formats.ReportSection.Figure;
import dev.plankton.contracts.formats.ReportSection.Table;
import dev.plankton.drawing.GreyImage;
import dev.plankton.numerics.relations.Relation;
import dev.plankton.steps.images.DatasetImages;
import dev.plankton.steps.kit.Figures;
import dev.plankton.steps.kit.SectionFiles;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes the report's section on relations and publishes its pictures and tables. */
final class RelationsSection {
    private static final int SHOWN = 20;

    private final Results results;
    private final DatasetImages pictures;
    private final SectionFiles files;

    RelationsSection(Results results, DatasetImages pictures, SectionFiles files) {
        this.results = results;
        this.pictures = pictures;
        this.files = files;
    }

    ReportSection write() throws IOException, InterruptedException {
        List<Relation> apart = results.found().apart();
        DataFile all = csv();
        List<Figure> figures = apart.isEmpty() || !pictures.any() ? List.of() : List.of(figure(apart));
        List<Table> tables = List.of(
                table("The best relations of four different images.", apart, List.of(all)),
                table(
                        "The best relations whose pairs share an image. They are listed separately because they often show"
                                + " only that two images are similar.",
                        results.found().sharing(),
                        List.of()));
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Images searched", Figures.count(results.images().size())),
                new Fact("Relations kept", Integer.toString(apart.size()))));
        if (!apart.isEmpty()) {
            facts.add(new Fact("Best score", number(apart.getFirst().score())));
        }
        return new ReportSection("relations", "Vector relations", summary(), facts, figures, tables);
    }

    private String summary() {
        int searched = results.images().size();
        String which = searched == results.testImages()
                ? Figures.text("all %,d test images", searched)
                : Figures.text("%,d of the %,d test images, drawn at random,", searched, results.testImages());
        String inside = results.input().relationsWithinClass() ? "" : " Pairs inside one class were left out.";
        return Figures.text(
                """
                Two pairs of images differ in the same way if the differences of their embeddings are similar, like \
                king - man = queen - woman for words. The differences of the embeddings of %s under %s, \
                whose validation accuracy is %.3f, were searched exactly for pairs less than %s apart. The score is that \
                distance relative to the length of the shorter difference; the smaller, the better.%s""",
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
            int rank = drawn.size() + 1;
            BufferedImage picture = RelationPicture.draw(
                    "%d.  score %s".formatted(rank, number(relation.score())),
                    List.of(
                            pictured(relation.a()),
                            pictured(relation.b()),
                            pictured(relation.c()),
                            pictured(relation.d())));
            drawn.add(picture);
            single.add(files.png("relation-%02d.png".formatted(rank), picture));
        }
        String caption = """
                Each block is one relation, the best first. From left to right, the upper pair changes in the same way as \
                the lower pair. The smaller the score, the more similar the two changes.""";
        return files.picture("relations.png", caption, RelationPicture.sheet(drawn), single.toArray(DataFile[]::new));
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
        List<List<String>> rows = new ArrayList<>();
        for (Relation relation : results.found().apart()) {
            rows.add(cells(relation));
        }
        for (Relation relation : results.found().sharing()) {
            rows.add(cells(relation));
        }
        return files.csv("relations.csv", columns, rows);
    }

    private List<String> cells(Relation relation) throws IOException {
        List<Integer> images = List.of(relation.a(), relation.b(), relation.c(), relation.d());
        List<String> cells = new ArrayList<>(List.of(
                Figures.exact(relation.score()),
                Figures.exact(relation.distance()),
                Figures.exact(relation.firstLength()),
                Figures.exact(relation.secondLength()),
                Boolean.toString(relation.sharesImage())));
        images.forEach(row -> cells.add(results.className(row)));
        for (int row : images) {
            cells.add(pictures.image(results.images().images().get(row)).source());
        }
        return cells;
    }

    private static String number(double value) {
        return Figures.text(value < 0.001 ? "%.1e" : "%.3f", value);
    }
}
