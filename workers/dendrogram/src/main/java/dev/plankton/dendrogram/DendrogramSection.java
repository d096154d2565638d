package dev.plankton.dendrogram;

import dev.plankton.drawing.ContactSheet;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Publishes the pictures and tables of a clustering and puts them into words. */
final class DendrogramSection {
    private static final int EXAMPLES = 12;
    private static final String PNG = "image/png";

    private final Clustering clustering;
    private final DatasetImages pictures;
    private final StepContext context;

    DendrogramSection(Clustering clustering, DatasetImages pictures, StepContext context) {
        this.clustering = clustering;
        this.pictures = pictures;
        this.context = context;
    }

    ReportSection write() throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        figures.add(tree());
        for (MainCluster cluster : pictures.any() ? clustering.mainClusters() : List.<MainCluster>of()) {
            context.checkCancelled();
            figures.add(examples(cluster));
        }
        int leaves = clustering.tree().leaves().size();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Images clustered", text("%,d", clustering.images().size())),
                new Fact("Leaves shown", Integer.toString(leaves)),
                new Fact("Height of the root", text("%.3f", clustering.tree().height()))));
        clustering
                .mainClusters()
                .forEach(cluster -> facts.add(new Fact(
                        "Cluster %d".formatted(cluster.number()),
                        text(
                                "%,d images in %d leaves",
                                cluster.images(), cluster.tree().leaves().size()))));
        return new ReportSection("dendrogram", "Dendrogram", summary(leaves), facts, figures, List.of(table()));
    }

    private String summary(int leaves) {
        int images = clustering.images().size();
        String which = images == clustering.testImages()
                ? text("All %,d test images", images)
                : text("%,d of the %,d test images, drawn at random,", images, clustering.testImages());
        return text(
                """
                %s were clustered by their embeddings under %s (validation accuracy %.3f) with \
                Ward's method, which always merges the two clusters whose union raises the variance least. The tree \
                shows the last %d clusters; %d main clusters have a colour each.""",
                which,
                clustering.embeddings().bestInWords(),
                clustering.checkpoint().accuracy(),
                leaves,
                clustering.mainClusters().size());
    }

    /** Formats alike in every locale. */
    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private Figure tree() throws IOException, InterruptedException {
        String title = "Dendrogram of the test embeddings, %s"
                .formatted(clustering.embeddings().bestInTitle());
        BufferedImage picture =
                DendrogramPicture.draw(title, clustering.tree(), clustering.mainClusters(), clustering::classes);
        String caption = """
                Each row is a cluster of images, named by its classes, the most frequent first, with its number of images \
                in brackets (+3: three more classes; the table has all). Two branches meet further to the left the less \
                alike they are.""";
        return new Figure(
                "dendrogram.png", PNG, caption, publish("dendrogram.png", picture), List.of(linkage(), points()));
    }

    private Figure examples(MainCluster cluster) throws IOException, InterruptedException {
        List<Integer> chosen =
                Examples.of(cluster.tree().leaves(), clustering.images().vectors(), EXAMPLES);
        List<ContactSheet.Cell> cells = new ArrayList<>();
        for (int row : chosen) {
            String key = clustering.images().images().get(row);
            String name = clustering.images().classes().get(clustering.images().labels()[row]);
            GreyImage image = new GreyImage(pictures.pixels(key), pictures.side());
            cells.add(new ContactSheet.Cell(image, List.of(name)));
        }
        String file = "dendrogram-cluster-%d.png".formatted(cluster.number());
        BufferedImage sheet = new ContactSheet("Cluster %d".formatted(cluster.number()), cells).draw(6, 150);
        String caption = "Cluster %d: from each leaf, the largest first, the image nearest to its centre."
                .formatted(cluster.number());
        return new Figure(file, PNG, caption, publish(file, sheet), List.of());
    }

    private Table table() throws IOException, InterruptedException {
        List<String> columns = List.of("Cluster", "Leaf", "Images", "Classes");
        List<List<String>> rows = new ArrayList<>();
        int number = 0;
        for (MainCluster cluster : clustering.mainClusters()) {
            for (Tree.Leaf leaf : cluster.tree().leaves()) {
                ClassCounts classes = clustering.classes(leaf);
                rows.add(List.of(
                        Integer.toString(cluster.number()),
                        Integer.toString(++number),
                        Integer.toString(classes.images()),
                        classes.full()));
            }
        }
        String caption = "The leaves from left to right (in the picture: from top to bottom) with their classes.";
        return new Table(caption, columns, rows, List.of(csv("dendrogram-leaves.csv", columns, rows.stream())));
    }

    private DataFile linkage() throws IOException, InterruptedException {
        Linkage linkage = clustering.linkage();
        Stream<List<String>> rows = IntStream.range(0, linkage.points() - 1)
                .mapToObj(merge -> List.of(
                        Integer.toString(linkage.left()[merge]),
                        Integer.toString(linkage.right()[merge]),
                        Double.toString(linkage.height()[merge]),
                        Integer.toString(linkage.size()[merge])));
        return csv("dendrogram-linkage.csv", List.of("left", "right", "height", "images"), rows);
    }

    /** Which image each point of the linkage is. */
    private DataFile points() throws IOException, InterruptedException {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < clustering.images().size(); row++) {
            String key = clustering.images().images().get(row);
            String name = clustering.images().classes().get(clustering.images().labels()[row]);
            rows.add(List.of(Integer.toString(row), pictures.image(key).source(), name));
        }
        return csv("dendrogram-images.csv", List.of("point", "image", "class"), rows.stream());
    }

    private DataFile csv(String file, List<String> columns, Stream<List<String>> rows)
            throws IOException, InterruptedException {
        Path path = context.scratch().resolve(file);
        try (CsvFile csv = new CsvFile(path, columns)) {
            for (List<String> row : rows.toList()) {
                csv.row(row);
            }
        }
        return new DataFile(file, context.publish("table", path));
    }

    private ArtifactId publish(String file, BufferedImage picture) throws IOException, InterruptedException {
        return context.publish("picture", Png.write(picture, context.scratch().resolve(file)));
    }
}
