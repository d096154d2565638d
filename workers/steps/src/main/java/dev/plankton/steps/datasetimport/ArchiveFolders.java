package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The folders in which the files of archives appear, so that no two archives share one. */
final class ArchiveFolders {
    private final Map<List<String>, String> names = new HashMap<>();

    /** @throws BadInputException if the files of another archive would appear in the same folder */
    void add(ArchiveFile archive) {
        String other = names.putIfAbsent(archive.folder(), archive.name());
        if (other != null) {
            throw new BadInputException(
                    "The archives %s and %s have the same name except for its ending; rename one of them and upload them again."
                            .formatted(UploadPath.printable(other), UploadPath.printable(archive.name())));
        }
    }
}
