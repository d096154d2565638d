package dev.plankton.network.engines;

import java.util.Arrays;

/** The words key=value of a measurement. */
@SuppressWarnings("ArrayRecordComponent")
record Arguments(String[] words) {
    String text(String key, String otherwise) {
        return Arrays.stream(words)
                .filter(word -> word.startsWith(key + "="))
                .map(word -> word.substring(key.length() + 1))
                .findFirst()
                .orElse(otherwise);
    }

    int whole(String key, int otherwise) {
        return Integer.parseInt(text(key, Integer.toString(otherwise)));
    }

    double number(String key, double otherwise) {
        return Double.parseDouble(text(key, Double.toString(otherwise)));
    }
}
