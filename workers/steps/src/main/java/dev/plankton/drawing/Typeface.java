package dev.plankton.drawing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Text as outlines. Java's own fonts need fontconfig and at least one installed font, which slim containers lack, and
 * they look different on different machines. Outlines have neither problem.
 */
final class Typeface {
    static final Typeface REGULAR = load("Roboto-Regular.ttf");
    static final Typeface BOLD = load("Roboto-Medium.ttf");

    private static final int ARROW = '→';

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double unitsPerEm;

    private Typeface(TrueTypeFont font) throws IOException {
        this.font = font;
        this.characters = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    private static Typeface load(String file) {
        String resource = "/com/formdev/flatlaf/fonts/roboto/" + file;
        try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            return new Typeface(new TTFParser().parse(new RandomAccessReadBuffer(in)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the typeface", e);
        }
    }

    /** Width of the text at a size of one unit. */
    double width(String text) {
        return text.codePoints().mapToDouble(this::advance).sum();
    }

    /** Outline of the text, its baseline starting at the origin, y growing downwards. */
    Path2D outline(String text, double size) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double x = 0;
        for (int character : text.codePoints().toArray()) {
            AffineTransform place = AffineTransform.getTranslateInstance(x * size, 0);
            place.scale(size / unitsPerEm, -size / unitsPerEm);
            Path2D glyph = character == ARROW ? arrow() : glyph(character);
            path.append(glyph.getPathIterator(place), false);
            x += advance(character);
        }
        return path;
    }

    private double advance(int character) {
        if (character == ARROW) {
            return 1;
        }
        try {
            return font.getAdvanceWidth(characters.getGlyphId(character)) / unitsPerEm;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the typeface", e);
        }
    }

    /** The typeface has no arrows, but labels ("true → predicted") need one. */
    private Path2D arrow() {
        double[][] corners = {
            {0.10, 0.30},
            {0.66, 0.30},
            {0.50, 0.14},
            {0.56, 0.08},
            {0.82, 0.34},
            {0.56, 0.60},
            {0.50, 0.54},
            {0.66, 0.38},
            {0.10, 0.38}
        };
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0][0] * unitsPerEm, corners[0][1] * unitsPerEm);
        for (double[] corner : corners) {
            path.lineTo(corner[0] * unitsPerEm, corner[1] * unitsPerEm);
        }
        path.closePath();
        return path;
    }

    private Path2D glyph(int character) {
        try {
            GlyphData glyph = font.getGlyph().getGlyph(characters.getGlyphId(character));
            return glyph == null ? new Path2D.Double() : glyph.getPath();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the typeface", e);
        }
    }
}
