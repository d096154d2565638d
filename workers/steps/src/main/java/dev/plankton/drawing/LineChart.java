package dev.plankton.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Several series over common axes, with a legend to the right when there is more than one.
 *
 * @param series coloured by {@link Palette} in order
 */
public record LineChart(String title, Axis x, Axis y, List<Series> series) {
    private static final int MARKED_POINTS = 40;
    private static final double LEGEND_ROW = 20;

    public LineChart {
        series = List.copyOf(series);
    }

    /** Draws the chart at a size in units; see {@link Canvas}. */
    public BufferedImage draw(int width, int height) {
        Canvas canvas = new Canvas(width, height);
        Scale horizontal = Scale.of(x.kind(), values(Series::x));
        Scale vertical = Scale.of(y.kind(), values(Series::y));
        double legend = series.size() < 2 ? 0 : legendWidth(width);
        Frame frame = Frame.within(width - legend, height, title, vertical);
        frame.draw(canvas, title, x, horizontal, y, vertical);
        for (int index = 0; index < series.size(); index++) {
            plot(canvas, frame, horizontal, vertical, series.get(index), Palette.color(index));
        }
        if (legend > 0) {
            drawLegend(canvas, width - legend, frame.top(), legend);
        }
        return canvas.image();
    }

    private double[] values(Function<Series, double[]> component) {
        return series.stream()
                .flatMapToDouble(one -> Arrays.stream(component.apply(one)))
                .toArray();
    }

    private void plot(Canvas canvas, Frame frame, Scale horizontal, Scale vertical, Series values, Color color) {
        Path2D path = new Path2D.Double();
        boolean joined = false;
        for (int i = 0; i < values.x().length; i++) {
            if (!horizontal.shows(values.x()[i]) || !vertical.shows(values.y()[i])) {
                joined = false;
                continue;
            }
            double px = frame.x(horizontal.position(values.x()[i]));
            double py = frame.y(vertical.position(values.y()[i]));
            if (joined) {
                path.lineTo(px, py);
            } else {
                path.moveTo(px, py);
            }
            joined = true;
            if (values.x().length <= MARKED_POINTS) {
                canvas.fill(new Ellipse2D.Double(px - 3, py - 3, 6, 6), color);
            }
        }
        draw(canvas, path, values.line(), color);
    }

    private static void draw(Canvas canvas, Path2D path, Series.Line line, Color color) {
        float[] dashes = switch (line) {
            case SOLID, FINE -> new float[] {1, 0};
            case DASHED -> new float[] {6, 4};
        };
        boolean fine = line == Series.Line.FINE;
        canvas.graphics().setColor(fine ? pale(color) : color);
        canvas.graphics()
                .setStroke(new BasicStroke(fine ? 1 : 2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
        canvas.graphics().draw(path);
    }

    private static Color pale(Color color) {
        int[] mixed = IntStream.of(color.getRed(), color.getGreen(), color.getBlue())
                .map(part -> (part + 255) / 2)
                .toArray();
        return new Color(mixed[0], mixed[1], mixed[2]);
    }

    private double legendWidth(int width) {
        double text = series.stream()
                .mapToDouble(one -> TextStyle.LABEL.width(one.name()))
                .max()
                .orElse(0);
        return Math.min(text + 52, width / 3.0);
    }

    private void drawLegend(Canvas canvas, double left, double top, double width) {
        for (int index = 0; index < series.size(); index++) {
            double middle = top + LEGEND_ROW * (index + 0.5);
            Path2D sample = new Path2D.Double();
            sample.moveTo(left + 6, middle);
            sample.lineTo(left + 32, middle);
            draw(canvas, sample, series.get(index).line(), Palette.color(index));
            String name = TextStyle.LABEL.shorten(series.get(index).name(), width - 46);
            canvas.textMiddle(name, left + 38, middle, TextStyle.LABEL, Align.START);
        }
    }
}
