package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.steps.images.ImageFormat;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The folders in which an upload's images lie, each of them once. An upload is surveyed only once for it, because that
 * may mean to read a whole archive.
 *
 * @param folders the folders of an image from the top, without the name of an archive
 * @param example the first image that lies deepest
 */
record FolderTree(Set<List<String>> folders, String example) {
    private static final int NAMED = 5;

    /** @throws BadInputException if there is no image */
    static FolderTree of(String where, UploadedFiles files) throws IOException, InterruptedException {
        Set<List<String>> folders = new LinkedHashSet<>();
        String[] example = {""};
        int[] deepest = {-1};
        files.survey(path -> {
            if (path.isImage()) {
                List<String> parts = path.inArchive().parts();
                List<String> own = List.copyOf(parts.subList(0, parts.size() - 1));
                folders.add(own);
                if (own.size() > deepest[0]) {
                    deepest[0] = own.size();
                    example[0] = path.toString();
                }
            }
        });
        if (folders.isEmpty()) {
            throw new BadInputException("%s holds no images; upload %s files as <class>/<file>."
                    .formatted(where, ImageFormat.extensionsInWords()));
        }
        return new FolderTree(folders, example[0]);
    }

    /** How many folders all images have in common. */
    int common() {
        List<String> first = folders.iterator().next();
        int common = first.size();
        for (List<String> other : folders) {
            int same = 0;
            while (same < Math.min(common, other.size()) && first.get(same).equals(other.get(same))) {
                same++;
            }
            common = same;
        }
        return common;
    }

    /** The position of the folder that names the class: the first that images do not have in common. */
    int classDepth() {
        int common = common();
        return folders.stream().anyMatch(folder -> folder.size() == common + 1) ? common : Math.max(0, common - 1);
    }

    /** Whether a folder in the place of a class holds no image itself, but its folders do. */
    boolean ambiguous() {
        int common = common();
        Set<String> straight = new HashSet<>();
        Set<String> deeper = new HashSet<>();
        for (List<String> folder : folders) {
            if (folder.size() > common) {
                (folder.size() == common + 1 ? straight : deeper).add(folder.get(common));
            }
        }
        return !straight.containsAll(deeper);
    }

    /** The names of the folders at a position from the top, in alphabetical order. */
    Set<String> namesAt(int depth) {
        return folders.stream()
                .filter(folder -> folder.size() > depth)
                .map(folder -> folder.get(depth))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What was found, for a message: completes a sentence that begins with "It". */
    String inWords() {
        int deepest = folders.stream().mapToInt(List::size).max().orElse(0);
        return "holds images such as %s; %s"
                .formatted(
                        UploadPath.printable(example),
                        IntStream.range(0, deepest)
                                .mapToObj(depth -> "folder %d is one of: %s"
                                        .formatted(depth + 1, UploadPath.first(List.copyOf(namesAt(depth)), NAMED)))
                                .collect(Collectors.joining("; ")));
    }
}
