package dev.plankton.steps.datasetimport;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the images of an EcoTaxa upload by the names in its tables. In a backup, the table names a file in its own
 * folder. In an export, the file is at {@code images/<Category>/<objid>_<rank>.<type>}. The extension may be written in
 * capitals in one place and in small letters in the other.
 */
final class EcoTaxaImages {
    private final Set<String> paths = new HashSet<>();
    private final Map<String, String> byStem = new HashMap<>();
    private final Map<String, Optional<String>> byLooseName = new HashMap<>();

    void add(UploadPath path) {
        paths.add(path.toString());
        byLooseName.merge(
                loose(path.toString()), Optional.of(path.toString()), (one, another) -> Optional.empty());
        List<String> parts = path.parts();
        int images = parts.size() - 3;
        if (images >= 0 && parts.get(images).equals("images")) {
            byStem.putIfAbsent(String.join("/", parts.subList(0, images + 1)) + "/" + path.stem(), path.toString());
        }
    }

    /**
     * The image of one line of a table.
     *
     * @param folder folder of the table, ending in a slash; empty for the top folder
     * @param fileName file name in the line
     * @param stems possible file names in an export, without folder and extension
     */
    Optional<String> find(String folder, String fileName, List<String> stems) {
        String name = Normalizer.normalize(fileName, Normalizer.Form.NFC)
                .replace('\\', '/')
                .replaceFirst("^(\\./)+", "");
        List<String> places = List.of(folder + name, folder + "images/" + name);
        return Stream.of(
                        places.stream().filter(paths::contains),
                        places.stream()
                                .map(place -> byLooseName.getOrDefault(loose(place), Optional.empty()))
                                .flatMap(Optional::stream),
                        stems.stream()
                                .map(stem -> Optional.ofNullable(byStem.get(folder + "images/" + stem)))
                                .flatMap(Optional::stream))
                .flatMap(found -> found)
                .findFirst();
    }

    /** The path with its extension in small letters. */
    private static String loose(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? path : path.substring(0, dot) + path.substring(dot).toLowerCase(Locale.ROOT);
    }
}
