package dev.plankton.steps.datasetimport;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the images of an upload by the paths that a table gives. The extension may be written in capitals in one place
 * and in small letters in the other, unless that fits two images.
 */
final class ImagePaths {
    private final Map<String, UploadPath> exact = new HashMap<>();
    private final Map<String, Optional<UploadPath>> loose = new HashMap<>();

    void add(UploadPath image) {
        exact.put(image.toString(), image);
        loose.merge(loosely(image.toString()), Optional.of(image), (one, another) -> Optional.empty());
    }

    /** @param path relative to the upload; may have backslashes, and "./" at its beginning */
    Optional<UploadPath> find(String path) {
        String clean = Normalizer.normalize(path, Normalizer.Form.NFC).replace('\\', '/');
        return Optional.ofNullable(exact.get(clean)).or(() -> loose.getOrDefault(loosely(clean), Optional.empty()));
    }

    /** The path with its extension in small letters. */
    private static String loosely(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? path : path.substring(0, dot) + path.substring(dot).toLowerCase(Locale.ROOT);
    }
}
