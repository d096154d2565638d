package dev.plankton.datasetimport;

import java.util.Optional;

/** Takes every image wherever it stands, for images that are to be classified and not to be learnt from. */
final class AnyImage implements Labels {

    @Override
    public Place place(UploadPath path) {
        return path.isImage() ? new Place.Wanted("", "", Optional.empty()) : new Place.Unused("is no image");
    }
}
