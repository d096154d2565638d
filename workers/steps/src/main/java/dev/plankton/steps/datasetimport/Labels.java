package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.formats.Split;
import java.util.List;
import java.util.Optional;

/** Decides for every file of an upload whether it is an image to use, and of which class. */
interface Labels {

    /** What a file is used for. */
    sealed interface Place {
        /**
         * An image to use.
         *
         * @param className blank if images are not labelled
         * @param objectId the object's name in the upload, or blank if it has none
         * @param split the split that the upload gives the image, if it gives one
         */
        record Wanted(String className, String objectId, Optional<Split> split) implements Place {}

        /** A file that is not meant to be used. It is listed, but it is not a fault of the upload. */
        record Unused(String reason) implements Place {}

        /** An image that should have been usable; it counts as left out. */
        record Misplaced(String reason) implements Place {}
    }

    Place place(UploadPath path);

    /** Entries of the upload's tables that could not be used; they are listed with the unused files. */
    default List<LeftOut> remarks() {
        return List.of();
    }
}
