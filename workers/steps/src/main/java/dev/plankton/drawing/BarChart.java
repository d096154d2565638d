package dev.plankton.drawing;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * One horizontal bar for each name, from top to bottom, with its value at its end.
 *
 * @param axis what the lengths of the bars mean; they begin at 0
 */
public record BarChart(String title, Axis axis, List<Bar> bars) {
    private static final double ROW = 19;
    private static final double MOST_NAME_WIDTH = 320;

    /** One bar; its value is not negative. */
    public record Bar(String name, double value, String label) {}

    public BarChart {
        bars = List.copyOf(bars);
    }

    /**
     * Draws the chart with the given width in units; the height follows from the number of bars. See {@link Canvas}.
     */
    public BufferedImage draw(int width) {
        TextStyle style = TextStyle.LABEL.withSize(12);
        double names = Math.min(
                MOST_NAME_WIDTH,
                bars.stream().mapToDouble(bar -> style.width(bar.name())).max().orElse(0));
        double left = 16 + names + 8;
        double right = width - 64;
        double top = 46;
        double bottom = top + ROW * bars.size();
        Canvas canvas = new Canvas(width, bottom + 54);
        canvas.text(TextStyle.TITLE.shorten(title, width - 32.0), 16, 28, TextStyle.TITLE, Align.START);
        Axis.Kind kind = axis.kind() == Axis.Kind.SHARE ? Axis.Kind.SHARE : Axis.Kind.FROM_ZERO;
        Scale scale = Scale.of(kind, bars.stream().mapToDouble(Bar::value).toArray());
        for (Scale.Tick tick : scale.ticks()) {
            double at = left + scale.position(tick.value()) * (right - left);
            canvas.line(at, top, at, bottom, 1, Frame.GRID);
            canvas.text(tick.label(), at, bottom + 18, TextStyle.SMALL, Align.MIDDLE);
        }
        for (int index = 0; index < bars.size(); index++) {
            Bar bar = bars.get(index);
            double middle = top + ROW * (index + 0.5);
            double length = scale.position(bar.value()) * (right - left);
            canvas.textMiddle(style.shorten(bar.name(), names), left - 8, middle, style, Align.END);
            canvas.fillRectangle(left, middle - 6, length, 12, Palette.color(0));
            canvas.textMiddle(bar.label(), left + length + 6, middle, TextStyle.SMALL, Align.START);
        }
        canvas.text(axis.label(), (left + right) / 2, bottom + 42, TextStyle.LABEL, Align.MIDDLE);
        return canvas.image();
    }
}
