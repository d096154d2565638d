package dev.plankton.drawing;

import java.awt.Color;
import java.awt.geom.Rectangle2D;

/** The rectangle that a chart's data is drawn in, with title, grid, ticks and labels around it. */
record Frame(double left, double top, double right, double bottom) {
    static final Color GRID = new Color(0xe4e4e4);
    private static final Color EDGE = new Color(0x909090);
    private static final double LEAST_TICK_DISTANCE = 14;

    static Frame within(double width, double height, String title, Scale vertical) {
        double labels = vertical.ticks().stream()
                .mapToDouble(tick -> TextStyle.SMALL.width(tick.label()))
                .max()
                .orElse(0);
        return new Frame(46 + labels, title.isEmpty() ? 16 : 46, width - 22, height - 54);
    }

    double x(double position) {
        return left + position * (right - left);
    }

    double y(double position) {
        return bottom - position * (bottom - top);
    }

    void draw(Canvas canvas, String title, Axis x, Scale horizontal, Axis y, Scale vertical) {
        for (Scale.Tick tick : horizontal.ticks()) {
            double at = x(horizontal.position(tick.value()));
            canvas.line(at, top, at, bottom, 1, GRID);
            canvas.text(tick.label(), at, bottom + 18, TextStyle.SMALL, Align.MIDDLE);
        }
        double last = Double.POSITIVE_INFINITY;
        for (Scale.Tick tick : vertical.ticks()) {
            double at = y(vertical.position(tick.value()));
            canvas.line(left, at, right, at, 1, GRID);
            if (last - at >= LEAST_TICK_DISTANCE) {
                canvas.textMiddle(tick.label(), left - 8, at, TextStyle.SMALL, Align.END);
                last = at;
            }
        }
        canvas.stroke(new Rectangle2D.Double(left, top, right - left, bottom - top), 1, EDGE);
        canvas.text(x.label(), (left + right) / 2, bottom + 42, TextStyle.LABEL, Align.MIDDLE);
        canvas.textTurned(y.label(), 22, (top + bottom) / 2, 90, TextStyle.LABEL, Align.MIDDLE);
        String shown = TextStyle.TITLE.shorten(title, right - left);
        canvas.text(shown, left, 28, TextStyle.TITLE, Align.START);
    }
}
