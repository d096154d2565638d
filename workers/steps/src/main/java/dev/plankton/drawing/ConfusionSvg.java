package dev.plankton.drawing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A confusion matrix to explore: row = true class, column = predicted class, darker = more images, on a logarithmic
 * scale. Under the mouse pointer each cell shows its two classes, its count and the share of the true class, without
 * any script. Cells without images are not drawn. Where there are very many classes the cells are pixels of one picture
 * and tell nothing, and only so many names are shown as can be read.
 *
 * @param names class names, in the order of the matrix
 * @param counts shape classes x classes
 */
@SuppressWarnings("ArrayRecordComponent") // a matrix of plain numbers
public record ConfusionSvg(List<String> names, int[][] counts) {
    private static final int MOST_CELLS_TO_POINT_AT = 100;
    private static final double PIXELS_WIDTH = 1500;
    private static final double LINE = 12.5;
    private static final double WIDTH = 920;
    private static final double LEAST_CELL = 15;
    private static final double LARGEST_CELL = 34;
    private static final double MOST_NAME_WIDTH = 230;
    private static final double LEAST_NAME_WIDTH = 190;
    private static final double AXIS = 26;
    private static final TextStyle NAME = TextStyle.LABEL.withSize(11.5);
    /** Browsers may use a wider typeface than the one used for measuring. */
    private static final double WIDER = 1.08;

    private static final String STYLE =
            "svg:root{max-width:100%;height:auto}text{font-family:Roboto,system-ui,-apple-system,'Segoe UI',sans-serif;fill:#303030}"
                    + ".name{font-size:11.5px}.axis{font-size:12.5px;font-weight:600}.scale{font-size:10.5px}"
                    + ".n{text-anchor:middle;pointer-events:none}.cell{stroke:#e8e8e8;stroke-width:.6}.own{stroke:#707070;stroke-width:1}"
                    + "g:hover>.cell{stroke:#d62728;stroke-width:2}";

    public ConfusionSvg {
        names = List.copyOf(names);
    }

    /** How a reader learns the count of a cell, in words that follow a sentence. @param table file with all counts */
    public String howToRead(String table) {
        return isPointedAt() ? "; point at a cell to read its classes and its share" : "; all counts are in " + table;
    }

    private boolean isPointedAt() {
        return names.size() <= MOST_CELLS_TO_POINT_AT;
    }

    /** The picture as SVG. */
    public String text() {
        int classes = names.size();
        double longest = names.stream().mapToDouble(NAME::width).max().orElse(0) * WIDER;
        double room = Math.clamp(longest, LEAST_NAME_WIDTH, MOST_NAME_WIDTH);
        double left = AXIS + room + 8;
        double cell = isPointedAt()
                ? Math.clamp((WIDTH - left - 12) / Math.max(1, classes), LEAST_CELL, LARGEST_CELL)
                : PIXELS_WIDTH / classes;
        double matrix = classes * cell;
        SvgWriter svg = new SvgWriter(left + matrix + 12, left + matrix + 12, STYLE);
        svg.open("rect", "width", "100%", "height", "100%", "fill", "#fff");
        svg.close();
        scale(svg, left);
        names(svg, left, cell, room);
        if (isPointedAt()) {
            grid(svg, left, cell);
            cells(svg, left, cell);
        } else {
            pixels(svg, left, matrix);
        }
        svg.open("rect", "x", left, "y", left, "width", matrix, "height", matrix, "fill", "none", "stroke", "#707070");
        svg.close();
        return svg.end();
    }

    /** What the colours mean, in the corner that rows and columns leave free. */
    private void scale(SvgWriter svg, double left) {
        CountColors colors = CountColors.of(counts);
        List<Integer> steps = colors.steps();
        double box = Math.min(22, (left - 30) / steps.size());
        svg.leaf("text", "images in a cell", "x", 14, "y", 26, "class", "axis");
        for (int i = 0; i < steps.size(); i++) {
            double x = 14 + i * box;
            String color = hex(colors.color(steps.get(i)));
            svg.open("rect", "class", "cell", "x", x, "y", 34, "width", box, "height", 14, "fill", color);
            svg.close();
            svg.leaf(
                    "text",
                    steps.get(i).toString(),
                    "x",
                    x + box / 2,
                    "y",
                    60,
                    "class",
                    "scale",
                    "text-anchor",
                    "middle");
        }
        svg.leaf("text", "true class ↓", "x", 14, "y", left - 12, "class", "axis");
        svg.leaf("text", "predicted class →", "x", left - 10, "y", left - 34, "class", "axis", "text-anchor", "end");
    }

    private void names(SvgWriter svg, double left, double cell, double room) {
        int step = (int) Math.ceil(LINE / cell);
        for (int index = 0; index < names.size(); index += step) {
            String shown = NAME.shorten(names.get(index), room / WIDER);
            double middle = left + (index + 0.5) * cell + NAME.middle();
            name(svg, index, shown, "x", left - 6, "y", middle, "text-anchor", "end");
            name(
                    svg,
                    index,
                    shown,
                    "transform",
                    String.format(Locale.ROOT, "translate(%.2f %.2f) rotate(-90)", middle, left - 6));
        }
    }

    private void name(SvgWriter svg, int index, String shown, Object... place) {
        svg.open("g");
        svg.leaf("title", "%s: %d images".formatted(names.get(index), images(index)));
        Object[] attributes = Arrays.copyOf(place, place.length + 2);
        attributes[place.length] = "class";
        attributes[place.length + 1] = "name";
        svg.leaf("text", shown, attributes);
        svg.close();
    }

    private void grid(SvgWriter svg, double left, double cell) {
        double end = left + names.size() * cell;
        StringBuilder lines = new StringBuilder();
        for (int index = 1; index < names.size(); index++) {
            double at = left + index * cell;
            lines.append(String.format(Locale.ROOT, "M%.2f %.2fV%.2fM%.2f %.2fH%.2f", at, left, end, left, at, end));
        }
        svg.open("path", "d", lines, "fill", "none", "stroke", "#e8e8e8", "stroke-width", 0.6);
        svg.close();
    }

    /** All cells as one picture in which each is one pixel. */
    private void pixels(SvgWriter svg, double left, double matrix) {
        CountColors colors = CountColors.of(counts);
        int classes = names.size();
        BufferedImage picture = new BufferedImage(classes, classes, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < classes; row++) {
            for (int column = 0; column < classes; column++) {
                picture.setRGB(column, row, colors.color(counts[row][column]).getRGB());
            }
        }
        String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(Png.bytes(picture));
        svg.open(
                "image",
                "x",
                left,
                "y",
                left,
                "width",
                matrix,
                "height",
                matrix,
                "style",
                "image-rendering:pixelated",
                "href",
                data);
        svg.close();
    }

    private void cells(SvgWriter svg, double left, double cell) {
        CountColors colors = CountColors.of(counts);
        for (int row = 0; row < names.size(); row++) {
            for (int column = 0; column < names.size(); column++) {
                int count = counts[row][column];
                if (count == 0) {
                    continue;
                }
                double x = left + column * cell;
                double y = left + row * cell;
                svg.open("g");
                svg.leaf("title", title(row, column));
                svg.open(
                        "rect",
                        "class",
                        row == column ? "cell own" : "cell",
                        "x",
                        x,
                        "y",
                        y,
                        "width",
                        cell,
                        "height",
                        cell,
                        "fill",
                        hex(colors.color(count)));
                svg.close();
                String text = Integer.toString(count);
                double size = Math.min(cell * 0.6, cell * 0.92 / new TextStyle(1, false, Color.BLACK).width(text));
                svg.leaf(
                        "text",
                        text,
                        "class",
                        "n",
                        "x",
                        x + cell / 2,
                        "y",
                        y + cell / 2 + NAME.withSize(size).middle(),
                        "style",
                        String.format(Locale.ROOT, "font-size:%.1fpx;fill:%s", size, hex(colors.ink(count))));
                svg.close();
            }
        }
    }

    private String title(int row, int column) {
        int count = counts[row][column];
        String share = String.format(Locale.ROOT, "%.1f %%", 100.0 * count / Math.max(1, images(row)));
        return row == column
                ? "%s: %d of %d images recognised (%s)".formatted(names.get(row), count, images(row), share)
                : "%s classified as %s: %d of %d images (%s)"
                        .formatted(names.get(row), names.get(column), count, images(row), share);
    }

    private int images(int row) {
        return IntStream.of(counts[row]).sum();
    }

    private static String hex(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
    }
}
