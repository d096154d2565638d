package dev.plankton.steps.datasetimport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the images of an EcoTaxa upload by the names in its tables. In a backup, the table names a file in its own
 * folder. In an export, the file is at {@code images/<Category>/<objid>_<rank>.<type>}.
 */
final class EcoTaxaImages {
    private final ImagePaths paths = new ImagePaths();
    private final Map<String, String> byStem = new HashMap<>();

    void add(UploadPath path) {
        paths.add(path);
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
        String name = fileName.replaceFirst("^(\\./)+", "");
        return Stream.of(folder + name, folder + "images/" + name)
                .map(paths::find)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> stems.stream()
                        .map(stem -> Optional.ofNullable(byStem.get(folder + "images/" + stem)))
                        .flatMap(Optional::stream)
                        .findFirst());
    }
}
