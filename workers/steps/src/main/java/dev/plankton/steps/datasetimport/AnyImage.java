package dev.plankton.steps.datasetimport;

import java.util.Optional;

/** Accepts every image in any folder: for images to classify, which need no labels. */
final class AnyImage implements Labels {

    @Override
    public Place place(UploadPath path) {
        return path.isImage() ? new Place.Wanted("", "", "", Optional.empty()) : new Place.Unused("is not an image");
    }
}
