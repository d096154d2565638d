package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds the folder of a path that names the class. Images are at {@code <class>/<file>}. If no image is there and all
 * images are under one common folder, as in an archive made of a folder, they are at {@code <top>/<class>/<file>}.
 */
final class ClassFolders implements Labels {
    private final int classDepth;

    private ClassFolders(int classDepth) {
        this.classDepth = classDepth;
    }

    /** @param where describes the upload in messages ("Dataset 'bay'") */
    static ClassFolders survey(String where, UploadedFiles files) throws IOException, InterruptedException {
        boolean[] images = {false};
        boolean[] straight = {false};
        TreeSet<String> tops = new TreeSet<>();
        files.survey(path -> {
            if (path.isImage()) {
                images[0] = true;
                straight[0] |= path.parts().size() == 2;
                if (tops.size() < 2) {
                    tops.add(path.parts().getFirst());
                }
            }
        });
        if (!images[0]) {
            throw new BadInputException(
                    "%s holds no images; upload png, jpg, jpeg, tif, tiff or bmp files as <class>/<file>."
                            .formatted(where));
        }
        boolean nested = !straight[0] && tops.size() == 1;
        return new ClassFolders(nested ? 1 : 0);
    }

    @Override
    public Place place(UploadPath path) {
        if (!path.isImage()) {
            return new Place.Unused("is not an image");
        }
        int folders = path.parts().size() - 1;
        if (folders <= classDepth) {
            return new Place.Misplaced("is not in a class folder");
        }
        if (folders > classDepth + 1) {
            return new Place.Misplaced("is deeper than <class>/<file>");
        }
        return new Place.Wanted(path.parts().get(classDepth), "", Optional.empty());
    }
}
