package dev.plankton.steps.dendrogram;

import dev.plankton.drawing.Align;
import dev.plankton.drawing.Axis;
import dev.plankton.drawing.Canvas;
import dev.plankton.drawing.Palette;
import dev.plankton.drawing.Scale;
import dev.plankton.drawing.TextStyle;
import dev.plankton.numerics.linkage.Tree;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Draws the tree from left to right: the root at the left, one labelled leaf per row at the right. */
final class DendrogramPicture {
    private static final double ROW = 22;
    private static final double LEFT = 24;
    private static final double TREE_WIDTH = 560;
    private static final double LABEL_WIDTH = 520;
    private static final double LEGEND_TOP = 52;
    private static final Color TRUNK = new Color(0x707070);
    private static final Color GRID = new Color(0xe4e4e4);

    private final Canvas canvas;
    private final Scale heights;
    private final double top;
    private final List<MainCluster> mainClusters;

    private DendrogramPicture(Tree tree, List<MainCluster> mainClusters) {
        this.mainClusters = mainClusters;
        this.top = LEGEND_TOP + 24.0 * ((mainClusters.size() + 3) / 4) + 34;
        this.heights = Scale.of(Axis.Kind.FROM_ZERO, new double[] {tree.height()});
        this.canvas = new Canvas(
                LEFT + TREE_WIDTH + 12 + LABEL_WIDTH, top + ROW * tree.leaves().size() + 20);
    }

    /** Draws the tree with its main clusters in the colours of {@link #color}. */
    static BufferedImage draw(
            String title, Tree tree, List<MainCluster> mainClusters, Function<Tree.Leaf, ClassCounts> classes) {
        DendrogramPicture picture = new DendrogramPicture(tree, mainClusters);
        picture.canvas.text(title, LEFT, 30, TextStyle.TITLE, Align.START);
        picture.legend();
        picture.axis(tree.leaves().size());
        picture.labels(tree.leaves(), classes);
        picture.branches(tree, 0, TRUNK);
        return picture.canvas.image();
    }

    /** The colour of a main cluster. */
    static Color color(MainCluster cluster) {
        return Palette.color(cluster.number() - 1);
    }

    private void legend() {
        for (MainCluster cluster : mainClusters) {
            double x = LEFT + 200.0 * ((cluster.number() - 1) % 4);
            double y = LEGEND_TOP + 24.0 * ((cluster.number() - 1) / 4);
            canvas.fillRectangle(x, y - 7, 14, 14, color(cluster));
            String text = String.format(Locale.ROOT, "cluster %d: %,d images", cluster.number(), cluster.images());
            canvas.textMiddle(text, x + 22, y, TextStyle.LABEL, Align.START);
        }
    }

    private void axis(int rows) {
        for (Scale.Tick tick : heights.ticks()) {
            double x = x(tick.value());
            canvas.line(x, top, x, top + ROW * rows, 1, GRID);
            canvas.text(tick.label(), x, top - 6, TextStyle.SMALL, Align.MIDDLE);
        }
        canvas.text("distance (Ward)", LEFT + TREE_WIDTH + 12, top - 6, TextStyle.SMALL, Align.START);
    }

    private void labels(List<Tree.Leaf> leaves, Function<Tree.Leaf, ClassCounts> classes) {
        TextStyle style = TextStyle.LABEL.withSize(12.5);
        for (int row = 0; row < leaves.size(); row++) {
            String label = classes.apply(leaves.get(row)).label(text -> style.width(text) <= LABEL_WIDTH - 12);
            double x = LEFT + TREE_WIDTH + 8;
            canvas.textMiddle(style.shorten(label, LABEL_WIDTH - 12), x, y(row), style, Align.START);
        }
    }

    /** Draws a part of the tree whose first leaf is in the given row. @return the height of its stem, from the top */
    private double branches(Tree tree, int firstRow, Color inherited) {
        Color color = color(tree, inherited);
        return switch (tree) {
            case Tree.Leaf leaf -> y(firstRow);
            case Tree.Join join -> {
                double upper = branches(join.left(), firstRow, color);
                double lower =
                        branches(join.right(), firstRow + join.left().leaves().size(), color);
                double x = x(join.height());
                canvas.line(x, upper, x, lower, 1.8, color);
                arm(join.left(), x, upper, color);
                arm(join.right(), x, lower, color);
                yield (upper + lower) / 2;
            }
        };
    }

    /** The line from a join to one of its parts. */
    private void arm(Tree part, double x, double y, Color inherited) {
        canvas.line(x - 0.9, y, x(part.height()), y, 1.8, color(part, inherited));
    }

    private Color color(Tree part, Color inherited) {
        return mainClusters.stream()
                .filter(cluster -> cluster.tree().cluster() == part.cluster())
                .findFirst()
                .map(DendrogramPicture::color)
                .orElse(inherited);
    }

    private double x(double height) {
        return LEFT + TREE_WIDTH * (1 - heights.position(height));
    }

    private double y(int row) {
        return top + ROW * (row + 0.5);
    }
}
