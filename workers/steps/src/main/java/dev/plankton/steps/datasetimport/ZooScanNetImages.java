package dev.plankton.steps.datasetimport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the images of ZooScanNet by the path or the objid in its table. */
final class ZooScanNetImages {
    private static final String IMAGES = "imgs";

    private final ImagePaths paths = new ImagePaths();
    private final Map<String, List<UploadPath>> byId = new HashMap<>();

    void add(UploadPath path) {
        if (path.isImage()) {
            paths.add(path);
            if (isInPlace(path)) {
                byId.computeIfAbsent(path.stem(), unused -> new ArrayList<>(1)).add(path);
            }
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
    Optional<UploadPath> find(String folder, TaxonRow row) {
        if (row.imagePath().isPresent()) {
            String path = row.imagePath().get().replaceFirst("^(\\./)+", "");
            return Stream.of(folder + path, folder + IMAGES + "/" + path)
                    .map(paths::find)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        List<UploadPath> named = byId.getOrDefault(row.id(), List.of());
        return named.stream()
                .filter(path -> row.isIn(path.folder()))
                .findFirst()
                .or(() -> named.stream().findFirst());
    }
}
