package dev.plankton.steps.dendrogram;

import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.ReportSection.DataFile;
import dev.plankton.contracts.formats.ReportSection.Fact;
import dev.plankton.contracts.formats.ReportSection.Figure;
import dev.plankton.contracts.formats.ReportSection.Table;
import dev.plankton.drawing.ContactSheet;
import dev.plankton.drawing.GreyImage;
import dev.plankton.numerics.linkage.Linkage;
import dev.plankton.numerics.linkage.Tree;
import dev.plankton.steps.images.DatasetImages;
import dev.plankton.steps.kit.Figures;
import dev.plankton.steps.kit.SectionFiles;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Writes the report's section on a clustering and publishes its pictures and tables. */
final class DendrogramSection {
    private static final int EXAMPLES = 12;

    private final Clustering clustering;
    private final DatasetImages pictures;
    private final SectionFiles files;

    DendrogramSection(Clustering clustering, DatasetImages pictures, SectionFiles files) {
        this.clustering = clustering;
        this.pictures = pictures;
        this.files = files;
    }

    ReportSection write() throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        figures.add(tree());
        for (MainCluster cluster : pictures.any() ? clustering.mainClusters() : List.<MainCluster>of()) {
            figures.add(examples(cluster));
        }
        int leaves = clustering.tree().leaves().size();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Images clustered", Figures.count(clustering.images().size())),
                new Fact("Leaves shown", Integer.toString(leaves)),
                new Fact("Height of the root", Figures.three(clustering.tree().height()))));
        clustering
                .mainClusters()
                .forEach(cluster -> facts.add(new Fact(
                        "Cluster %d".formatted(cluster.number()),
                        Figures.text(
                                "%,d images in %d leaves",
                                cluster.images(), cluster.tree().leaves().size()))));
        return new ReportSection("dendrogram", "Dendrogram", summary(leaves), facts, figures, List.of(table()));
    }

    private String summary(int leaves) {
        int images = clustering.images().size();
        String which = images == clustering.testImages()
                ? Figures.text("All %,d test images", images)
                : Figures.text("%,d of the %,d test images, drawn at random,", images, clustering.testImages());
        return Figures.text(
                """
                %s were clustered by their embeddings under %s, whose validation accuracy is %.3f, with \
                Ward's method, which always merges the two clusters that increase the variance inside clusters least. \
                The tree shows the last %d clusters; each of the %d main clusters has its own colour.""",
                which,
                clustering.embeddings().bestInWords(),
                clustering.checkpoint().accuracy(),
                leaves,
                clustering.mainClusters().size());
    }

    private Figure tree() throws IOException, InterruptedException {
        String title = "Dendrogram of the test embeddings, %s"
                .formatted(clustering.embeddings().bestInTitle());
        BufferedImage picture =
                DendrogramPicture.draw(title, clustering.tree(), clustering.mainClusters(), clustering::classes);
        String caption = """
                Each row is a cluster of images. Its label lists its classes, the most frequent first, and its number \
                of images in brackets (+3: three more classes; the table has all). The further to the left two branches \
                meet, the less similar their images are.""";
        return files.picture("dendrogram.png", caption, picture, linkage(), points());
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
        String caption = "Cluster %d: the images nearest to the centre of each leaf, the largest leaf first."
                .formatted(cluster.number());
        return files.picture(file, caption, sheet);
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
        String caption = "The leaves with their classes, in the order of the picture from top to bottom.";
        return new Table(caption, columns, rows, List.of(files.csv("dendrogram-leaves.csv", columns, rows)));
    }

    private DataFile linkage() throws IOException, InterruptedException {
        Linkage linkage = clustering.linkage();
        List<List<String>> rows = IntStream.range(0, linkage.points() - 1)
                .mapToObj(merge -> List.of(
                        Integer.toString(linkage.left()[merge]),
                        Integer.toString(linkage.right()[merge]),
                        Double.toString(linkage.height()[merge]),
                        Integer.toString(linkage.size()[merge])))
                .toList();
        return files.csv("dendrogram-linkage.csv", List.of("left", "right", "height", "images"), rows);
    }

    /** The image of each point of the linkage. */
    private DataFile points() throws IOException, InterruptedException {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < clustering.images().size(); row++) {
            String key = clustering.images().images().get(row);
            String name = clustering.images().classes().get(clustering.images().labels()[row]);
            rows.add(List.of(Integer.toString(row), pictures.image(key).source(), name));
        }
        return files.csv("dendrogram-images.csv", List.of("point", "image", "class"), rows);
    }
}
