package dev.plankton.steps.datasetimport;

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
         * @param status the status of its category in the upload, or blank if it has none
         * @param split the split that the upload gives the image, if it gives one
         * @param pixelSize the size of its pixels, if the upload gives it
         */
        record Wanted(
                String className, String objectId, String status, Optional<Split> split, Optional<PixelSize> pixelSize)
                implements Place {

            /** An image of whose pixels nothing is known. */
            Wanted(String className, String objectId, String status, Optional<Split> split) {
                this(className, objectId, status, split, Optional.empty());
            }
        }

        /** A table that the labels were read from. */
        record Read() implements Place {}

        /** A file that is not meant to be used. It is listed, but it is not a fault of the upload. */
        record Unused(String reason) implements Place {}

        /**
         * An image that should have been usable; it counts as left out.
         *
         * @param className its class, or blank if it is unknown
         */
        record Misplaced(String className, String reason) implements Place {}
    }

    /**
     * An image that a table names and the upload does not have; it counts as left out.
     *
     * @param className its class, or blank if it is unknown
     * @param source its name in the table
     */
    record Missing(String className, String source, String reason) {

        /** @param place the row that names it: "the table a.csv, line 7" */
        static Missing named(String className, String source, String place) {
            return new Missing(className, source, "was not uploaded, although %s names it".formatted(place));
        }
    }

    Place place(UploadPath path);

    /** What the user should know about the upload's tables, in sentences. */
    default List<String> remarks() {
        return List.of();
    }

    default List<Missing> missing() {
        return List.of();
    }

    /** If not one image has a label: what is wrong and how to mend it, without a full stop. */
    default Optional<String> nothingLabelled() {
        return Optional.empty();
    }
}
