package dev.plankton.engine.store;

import java.util.Map;

/** The media types under which browsers show the files of reports. */
public final class MediaTypes {
    private static final Map<String, String> BY_ENDING = Map.of(
            "html", "text/html; charset=utf-8",
            "png", "image/png",
            "svg", "image/svg+xml",
            "mp4", "video/mp4",
            "js", "text/javascript; charset=utf-8",
            "csv", "text/csv; charset=utf-8",
            "tsv", "text/tab-separated-values; charset=utf-8",
            "txt", "text/plain; charset=utf-8",
            "json", "application/json",
            "zip", "application/zip");

    private MediaTypes() {}

    public static String of(String name) {
        return BY_ENDING.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
