package dev.plankton.engine.metrics;

import java.util.Locale;

/** Values of labels. */
final class Names {
    private Names() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
