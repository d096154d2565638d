package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.steps.images.ImageFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The folders in which an upload's images lie. */
final class FolderTree {
    private static final int NAMED = 5;
    private static final int NAMES_KEPT = 1000;

    private List<String> common = List.of();
    private String example = "";
    private int deepest;
    private final List<TreeSet<String>> names = new ArrayList<>();
    private final Set<String> straight = new HashSet<>();
    private final Set<String> deeper = new HashSet<>();

    private FolderTree() {}

    /** @throws BadInputException if there is no image */
    static FolderTree of(String where, UploadedFiles files) throws IOException, InterruptedException {
        FolderTree tree = new FolderTree();
        files.survey(path -> {
            if (path.isImage()) {
                tree.add(path);
            }
        });
        if (tree.example.isEmpty()) {
            throw new BadInputException("%s holds no images; upload %s files as <class>/<file>."
                    .formatted(where, ImageFormat.extensionsInWords()));
        }
        files.survey(path -> {
            if (path.isImage()) {
                tree.sort(path);
            }
        });
        return tree;
    }

    private void add(UploadPath path) {
        List<String> parts = path.inArchive().parts();
        List<String> folders = parts.subList(0, parts.size() - 1);
        if (example.isEmpty()) {
            common = folders;
        }
        if (example.isEmpty() || folders.size() > deepest) {
            example = path.toString();
        }
        deepest = Math.max(deepest, folders.size());
        int same = 0;
        while (same < Math.min(common.size(), folders.size())
                && common.get(same).equals(folders.get(same))) {
            same++;
        }
        common = List.copyOf(common.subList(0, same));
        for (int depth = 0; depth < folders.size(); depth++) {
            if (names.size() == depth) {
                names.add(new TreeSet<>());
            }
            if (names.get(depth).size() < NAMES_KEPT) {
                names.get(depth).add(folders.get(depth));
            }
        }
    }

    /** Notes for each folder in the place of a class whether images lie in it, and whether they lie deeper. */
    private void sort(UploadPath path) {
        List<String> parts = path.inArchive().parts();
        int folders = parts.size() - 1;
        if (folders > common()) {
            (folders == common() + 1 ? straight : deeper).add(parts.get(common()));
        }
    }

    /** How many folders all images have in common. */
    int common() {
        return common.size();
    }

    /** The position of the folder that names the class: the first that images do not have in common. */
    int classDepth() {
        return straight.isEmpty() ? Math.max(0, common() - 1) : common();
    }

    /** Whether a folder in the place of a class holds no image itself, but its folders do. */
    boolean ambiguous() {
        return !straight.containsAll(deeper);
    }

    Set<String> namesAt(int depth) {
        return depth < names.size() ? names.get(depth) : Set.of();
    }

    /** What was found, for a message: completes a sentence that begins with the upload's name. */
    String inWords() {
        return "holds images such as %s; %s"
                .formatted(
                        UploadPath.printable(example),
                        IntStream.range(0, names.size())
                                .mapToObj(depth -> "folder %d is one of: %s"
                                        .formatted(depth + 1, UploadPath.first(List.copyOf(names.get(depth)), NAMED)))
                                .collect(Collectors.joining("; ")));
    }
}
