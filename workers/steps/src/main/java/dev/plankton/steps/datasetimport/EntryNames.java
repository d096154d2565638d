package dev.plankton.steps.datasetimport;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of all files in archives, so that two of them never become one file, nor two folders one class. */
final class EntryNames {
    private final Set<String> files = new HashSet<>();
    private final Map<String, String> folders = new HashMap<>();

    /**
     * Adds a file.
     *
     * @param written the folders and the file name as they are written in the archive
     * @return what is wrong, if a file of this path is already there or a folder is written in two ways
     */
    Optional<String> add(UploadPath path, List<String> written) {
        String file = path.toString();
        if (!files.add(file)) {
            return Optional.of("holds the entry '%s', but the upload already has a file of this path"
                    .formatted(UploadPath.printable(file)));
        }
        List<String> parts = path.inArchive().parts();
        for (int depth = parts.size() - 1; depth > 0; depth--) {
            String folder = String.join("/", path.parts().subList(0, path.archiveFolders() + depth));
            String spelling = String.join("/", written.subList(0, depth));
            String known = folders.putIfAbsent(folder, spelling);
            if (known != null && !known.equals(spelling)) {
                return Optional.of("holds two folders '%s', whose accents are stored in two ways"
                        .formatted(UploadPath.printable(folder)));
            }
            if (known != null) {
                break;
            }
        }
        return Optional.empty();
    }
}
