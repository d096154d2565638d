package dev.plankton.gateway;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells paths that mean what they say from those that try to mean something else. */
final class SafePath {
    private static final int LONGEST = 2_000;
    private static final Pattern PLAIN = Pattern.compile("(/([A-Za-z0-9._~!$&'()*+,=:@-]|%[0-9A-Fa-f]{2})*)+");
    /** Escaped: a dot, a slash, a backslash, a percent sign, a semicolon, a control character. */
    private static final Pattern HIDDEN = Pattern.compile("%(2e|2f|5c|25|3b|7f|[01][0-9a-f])");

    /** A part of nothing but dots; some systems overlook blanks there. */
    private static final Pattern DOTS = Pattern.compile("/(\\.|%20)+(/|$)");

    private SafePath() {}

    /** @param path as it was sent, still escaped */
    static boolean is(String path) {
        return path.length() <= LONGEST
                && PLAIN.matcher(path).matches()
                && !HIDDEN.matcher(path.toLowerCase(Locale.ROOT)).find()
                && !DOTS.matcher(path).find()
                && !path.contains("//");
    }
}
