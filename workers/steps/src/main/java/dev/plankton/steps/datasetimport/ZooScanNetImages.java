package dev.plankton.steps.datasetimport;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the images of ZooScanNet by the path or the objid in its table. */
final class ZooScanNetImages {
    private static final String IMAGES = "imgs";

    private final ImagePaths paths = new ImagePaths();
    private @Nullable Map<String, List<String>> byId;

    void add(UploadPath path) {
        if (path.isImage()) {
            paths.add(path);
        }
    }

    /** Whether the path ends in {@code imgs/<taxon>/<file>}. */
    static boolean isInPlace(UploadPath path) {
        int parts = path.parts().size();
        return path.isImage() && parts >= 3 && path.parts().get(parts - 3).equals(IMAGES);
    }

    /**
     * The image of a row: the one at its path, or else the one that its objid names; if several are named so, the one in
     * the folder of the taxon.
     *
     * @param folder the table's folder, ending in a slash; empty for the top folder
     */
    Optional<String> find(String folder, TaxonRow row) {
        if (row.imagePath().isPresent()) {
            String path = row.imagePath().get().replaceFirst("^(\\./)+", "");
            return Stream.of(folder + path, folder + IMAGES + "/" + path)
                    .map(paths::find)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        List<String> named = byId().getOrDefault(row.id(), List.of());
        return named.stream()
                .filter(path -> row.isIn(UploadPath.again(path, 0).folder()))
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    /** Only the older release names images by objid, so this is not made for the current one. */
    private Map<String, List<String>> byId() {
        Map<String, List<String>> made = byId;
        if (made == null) {
            made = paths.all().stream()
                    .filter(path -> isInPlace(UploadPath.again(path, 0)))
                    .sorted()
                    .collect(Collectors.groupingBy(
                            path -> UploadPath.again(path, 0).stem()));
            byId = made;
        }
        return made;
    }
}
