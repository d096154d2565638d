package dev.plankton.datasetimport;

import dev.plankton.runtime.formats.DatasetManifest.LeftOut;
import dev.plankton.runtime.formats.Split;
import java.util.List;
import java.util.Optional;

/** Says of every file of an upload whether it is an image to use, and of which class. */
interface Labels {

    /** Where a file stands. */
    sealed interface Place {
        /**
         * An image to use.
         *
         * @param className blank if images are not labelled
         * @param objectId the object's name where the upload gives it one, or blank
         * @param split what the upload uses the image for, if it says so
         */
        record Wanted(String className, String objectId, Optional<Split> split) implements Place {}

        /** A file that is not meant to be used; listed, and no fault of the upload. */
        record Unused(String reason) implements Place {}

        /** An image that should have been usable; it counts as left out. */
        record Misplaced(String reason) implements Place {}
    }

    Place place(UploadPath path);

    /** What else the upload's tables say that came to nothing; listed beside the unused files. */
    default List<LeftOut> remarks() {
        return List.of();
    }
}
