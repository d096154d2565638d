package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.Split;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the folder of a path that names the class. Images are at {@code <class>/<file>}, below any folders that all
 * images have in common, as in an archive made of a folder. The folder can also be given by its depth, and a folder
 * before it can name the split. Blanks around a folder's name do not count, nor does the name of an archive: only the
 * path inside it.
 */
final class ClassFolders implements Labels {
    /** Files that are pictures, although not of a kind that can be read. */
    private static final Set<String> OTHER_PICTURES = Set.of(
            "avif", "cr2", "dcm", "dng", "exr", "heic", "heif", "j2k", "jls", "jp2", "jpx", "jxl", "nef", "pgm", "pnm",
            "ppm", "psd", "raw", "svg", "vips");

    private final int classDepth;
    private final boolean anyDeeper;
    private final boolean split;
    private final Set<String> withImages;

    private ClassFolders(int classDepth, boolean anyDeeper, boolean split, Set<String> withImages) {
        this.classDepth = classDepth;
        this.anyDeeper = anyDeeper;
        this.split = split;
        this.withImages = withImages;
    }

    /**
     * Finds out which folder names the class.
     *
     * @param where describes the upload in messages ("Dataset 'bay'")
     * @param given the number of that folder from the top, 1 for the first; 0 to find it out
     * @throws BadInputException if there is no image, or more than one folder could be meant
     */
    static ClassFolders survey(String where, UploadedFiles files, int given) throws IOException, InterruptedException {
        FolderTree tree = FolderTree.of(where, files);
        if (given == 0 && tree.ambiguous()) {
            throw new BadInputException(
                    "%s has several folders that could name the class: say with classDepth which one from the top does, 1 for the first, or use layout=split-folders if the folder before it is called train, val or test. It %s."
                            .formatted(where, tree.inWords()));
        }
        return of(tree, given == 0 ? tree.classDepth() : given - 1, given > 0, false);
    }

    /** The same, with the folder before the class naming the split. */
    static ClassFolders surveySplit(String where, UploadedFiles files) throws IOException, InterruptedException {
        FolderTree tree = FolderTree.of(where, files);
        int parts = tree.common();
        Set<String> names = new TreeSet<>(tree.namesAt(parts));
        names.removeIf(name -> SplitNames.of(name.toLowerCase(Locale.ROOT)).isPresent());
        if (!names.isEmpty()) {
            throw new BadInputException(
                    "%s has folders before the classes that are called %s; with layout=split-folders they must be called %s. It %s."
                            .formatted(
                                    where,
                                    UploadPath.first(List.copyOf(names), 5),
                                    String.join(", ", SplitNames.ALL),
                                    tree.inWords()));
        }
        return of(tree, parts + 1, false, true);
    }

    private static ClassFolders of(FolderTree tree, int classDepth, boolean anyDeeper, boolean split) {
        Set<String> withImages = tree.folders().stream()
                .filter(folders -> folders.size() == classDepth + 1 || anyDeeper && folders.size() > classDepth)
                .map(folders -> folders.get(classDepth).strip())
                .collect(Collectors.toSet());
        return new ClassFolders(classDepth, anyDeeper, split, withImages);
    }

    @Override
    public Place place(UploadPath path) {
        List<String> parts = path.inArchive().parts();
        int folders = parts.size() - 1;
        if (!path.isImage()) {
            return otherFile(path, parts);
        }
        if (folders <= classDepth) {
            return new Place.Misplaced("", "is not in a class folder");
        }
        String className = parts.get(classDepth).strip();
        if (folders > classDepth + 1 && !anyDeeper) {
            return new Place.Misplaced(className, "is deeper than <class>/<file>");
        }
        return new Place.Wanted(className, "", "", split ? splitOf(parts) : Optional.empty());
    }

    private Optional<Split> splitOf(List<String> parts) {
        return SplitNames.of(parts.get(classDepth - 1).strip().toLowerCase(Locale.ROOT));
    }

    /** A picture that cannot be read, or the only files of a class, must not vanish without a word. */
    private Place otherFile(UploadPath path, List<String> parts) {
        if (parts.size() - 1 <= classDepth) {
            return new Place.Unused("is not an image");
        }
        String className = parts.get(classDepth).strip();
        boolean picture = OTHER_PICTURES.contains(path.extension());
        return picture || !withImages.contains(className)
                ? new Place.Misplaced(className, "is not an image of a kind that can be read")
                : new Place.Unused("is not an image");
    }
}
