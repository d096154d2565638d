package dev.plankton.drawing;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Colours for classes and series: 40 colours that differ from each other by at least 26 units of CIELAB distance and
 * can be told from white. Nine familiar ones come first; each further one is the colour farthest from all before it.
 */
public final class Palette {
    private static final List<Color> COLORS = IntStream.of(
                    0x1f77b4, 0xff7f0e, 0x2ca02c, 0xd62728, 0x9467bd, 0x8c564b, 0xe377c2, 0x17becf, 0xbcbd22, 0x0000fc,
                    0xfc00f0, 0x245430, 0x0054f0, 0xfc0078, 0xc0c090, 0x00d8a8, 0x9c6c0c, 0x840ca8, 0x00d800, 0x900c48,
                    0xd8b4d8, 0xfc906c, 0x546c00, 0xe40ca8, 0x543c60, 0x0084fc, 0x0c606c, 0xa830fc, 0xfc7890, 0x84240c,
                    0x84cc00, 0xf078fc, 0xf0a800, 0xa8cc6c, 0x544818, 0x900c78, 0xfc0000, 0x6ca890, 0x303ca8, 0x90c0e4)
            .mapToObj(Color::new)
            .toList();

    private Palette() {}

    /** The colour of the class or series at {@code index} from 0; from 40 on the colours repeat. */
    public static Color color(int index) {
        return COLORS.get(Math.floorMod(index, COLORS.size()));
    }

    /** How many colours there are before they repeat. */
    public static int size() {
        return COLORS.size();
    }
}
