package dev.plankton.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the TensorFlow.js model in a folder, which may be an unpacked npm package with several. */
final class ModelFolder {
    private static final int DEEPEST = 8;
    private static final int MOST_FILES = 50_000;
    private static final int MOST_NAMED = 5;
    private static final String PREFERRED = "inception_v3";

    private ModelFolder() {}

    /**
     * @throws UnusableWeightsException if there is no model, or several and none or more than one in a folder named
     *     inception_v3
     */
    static ModelFiles find(Path root) throws IOException {
        List<Path> folders = hasModel(root) ? List.of(root) : below(root);
        if (folders.isEmpty()) {
            throw new UnusableWeightsException(
                    "it holds neither a %s nor a %s of TensorFlow.js".formatted(PlainFiles.MODEL, ScriptFiles.MODEL));
        }
        List<Path> preferred =
                folders.stream().filter(folder -> folder.endsWith(PREFERRED)).toList();
        List<Path> chosen = folders.size() == 1 ? folders : preferred;
        if (chosen.size() != 1) {
            throw new UnusableWeightsException("it holds %d models (%s); give the folder of one"
                    .formatted(
                            folders.size(),
                            folders.stream()
                                    .limit(MOST_NAMED)
                                    .map(folder -> Printable.text(
                                            root.relativize(folder).toString()))
                                    .collect(Collectors.joining(", "))));
        }
        SafeFolder folder = new SafeFolder(chosen.getFirst());
        boolean plain = Files.isRegularFile(folder.root().resolve(PlainFiles.MODEL));
        return plain ? new PlainFiles(folder) : new ScriptFiles(folder);
    }

    private static boolean hasModel(Path folder) {
        return Stream.of(PlainFiles.MODEL, ScriptFiles.MODEL)
                .anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }

    private static List<Path> below(Path root) throws IOException {
        List<Path> folders = new ArrayList<>();
        int files = 0;
        try (Stream<Path> all = Files.walk(root, DEEPEST)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                files++;
                if (files > MOST_FILES) {
                    throw new UnusableWeightsException(
                            "it holds more than %,d files; give the folder of the model".formatted(MOST_FILES));
                }
                if (Files.isDirectory(path) && hasModel(path)) {
                    folders.add(path);
                }
            }
        }
        Collections.sort(folders);
        return folders;
    }
}
