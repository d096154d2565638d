package dev.plankton.steps.datasetimport;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the images of an upload by the paths that a table gives. The extension may be written in capitals in one place
 * and in small letters in the other, unless that fits two images.
 */
final class ImagePaths {
    private final Set<String> exact = new HashSet<>();

    /** Images whose extension has capitals, by the path with the extension in small letters; empty if there are two. */
    private final Map<String, Optional<String>> capitals = new HashMap<>();

    void add(UploadPath image) {
        String path = image.toString();
        exact.add(path);
        String loose = loosely(path);
        if (!loose.equals(path)) {
            capitals.merge(loose, Optional.of(path), (one, another) -> Optional.empty());
        }
    }

    /** @param path relative to the upload; may have backslashes, and "./" at its beginning */
    Optional<String> find(String path) {
        String clean = Normalizer.normalize(path, Normalizer.Form.NFC).replace('\\', '/');
        if (exact.contains(clean)) {
            return Optional.of(clean);
        }
        String loose = loosely(clean);
        Optional<String> small = exact.contains(loose) ? Optional.of(loose) : Optional.empty();
        Optional<String> large = capitals.get(loose);
        return large == null ? small : small.isPresent() ? Optional.empty() : large;
    }

    /** All images. */
    Set<String> all() {
        return exact;
    }

    /** The path with its extension in small letters. */
    private static String loosely(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? path : path.substring(0, dot) + path.substring(dot).toLowerCase(Locale.ROOT);
    }
}
