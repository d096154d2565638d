package dev.plankton.weights;

import java.util.stream.Collectors;

/** Text from other files, made safe for messages. */
final class Printable {
    private static final int LONGEST = 120;

    private Printable() {}

    /** The text without control characters and not too long for a sentence. */
    static String text(String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return shown.codePoints()
                .mapToObj(c -> Character.isISOControl(c) ? "?" : Character.toString(c))
                .collect(Collectors.joining());
    }
}
