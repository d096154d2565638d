package dev.plankton.drawing;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * How a text looks.
 *
 * @param size height of an em in units of the canvas
 */
public record TextStyle(double size, boolean bold, Color color) {
    public static final TextStyle TITLE = new TextStyle(18, true, new Color(0x202020));
    public static final TextStyle LABEL = new TextStyle(13, false, new Color(0x303030));
    public static final TextStyle SMALL = new TextStyle(11, false, new Color(0x404040));

    /** Half the height of a capital letter: added to y, it centres a line of text on y. */
    public double middle() {
        return 0.355 * size;
    }

    public TextStyle withSize(double newSize) {
        return new TextStyle(newSize, bold, color);
    }

    public TextStyle withColor(Color newColor) {
        return new TextStyle(size, bold, newColor);
    }

    public TextStyle inBold() {
        return new TextStyle(size, true, color);
    }

    /** Width of the text in units of the canvas. */
    public double width(String text) {
        return typeface().width(text) * size;
    }

    /** The text; if it is too wide, as much of its two ends as fits into the width, with an ellipsis in the middle. */
    public String shorten(String text, double width) {
        if (width(text) <= width) {
            return text;
        }
        // Names of classes often differ at their ends ("copepod_calanoid_eggs"), so the middle is cut out.
        for (int kept = text.length() - 1; kept > 1; kept--) {
            int head = (kept + 1) / 2;
            String shorter = text.substring(0, head) + "…" + text.substring(text.length() - (kept - head));
            if (width(shorter) <= width) {
                return shorter;
            }
        }
        return "…";
    }

    /**
     * The text in lines of at most the given width, broken after spaces and similar characters. If the rest does not
     * fit into the last line, it is shortened.
     */
    public List<String> lines(String text, double width, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (width(rest) > width && lines.size() < most - 1) {
            int end = rest.length();
            while (end > 1 && width(rest.substring(0, end)) > width) {
                end = lastBreak(rest, end);
            }
            if (end <= 1) {
                break;
            }
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end);
        }
        lines.add(shorten(rest, width));
        return List.copyOf(lines);
    }

    /** The last place before {@code end} where a line may be broken, or 0. */
    private static int lastBreak(String text, int end) {
        for (int place = end - 1; place > 1; place--) {
            if (" _-/,".indexOf(text.charAt(place - 1)) >= 0) {
                return place;
            }
        }
        return 0;
    }

    Typeface typeface() {
        return bold ? Typeface.BOLD : Typeface.REGULAR;
    }
}
