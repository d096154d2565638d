package dev.plankton.datasetimport;

import dev.plankton.runtime.step.BadInputException;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which folder of a path names the class. Images stand at {@code <class>/<file>}; if not one does and all of them stand
 * under one common folder, as in an archive made of a folder, at {@code <top>/<class>/<file>}.
 */
final class ClassFolders implements Labels {
    private final int classDepth;

    private ClassFolders(int classDepth) {
        this.classDepth = classDepth;
    }

    /** @param where what was uploaded, for sentences ("The archive a.zip") */
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
            return new Place.Unused("is no image");
        }
        int folders = path.parts().size() - 1;
        if (folders <= classDepth) {
            return new Place.Misplaced("stands in no class folder");
        }
        if (folders > classDepth + 1) {
            return new Place.Misplaced("stands deeper than <class>/<file>");
        }
        return new Place.Wanted(path.parts().get(classDepth), "", Optional.empty());
    }
}
