package dev.plankton.app;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The files that an upload sends: all of a folder except hidden ones, or one archive. Symbolic links are followed if
 * they stay inside the folder. Everything that cannot be sent is refused at once, before anything is sent.
 */
final class LocalFiles extends SimpleFileVisitor<Path> {
    private static final Pattern ARCHIVE = Pattern.compile("(?i).*\\.(tar|tar\\.gz|tgz|zip)");
    private static final int NAMED = 5;

    private final Path root;
    private final SortedMap<String, Path> files = new TreeMap<>();
    private final List<String> unsendable = new ArrayList<>();
    private final List<String> misnamed = new ArrayList<>();

    private LocalFiles(Path root) {
        this.root = root;
    }

    /** The files by their path below the source, with slashes. */
    static SortedMap<String, Path> of(Path source) throws IOException, Trouble {
        if (Files.isRegularFile(source)) {
            return archive(source);
        }
        if (!Files.isDirectory(source)) {
            throw new Trouble("There is no file or folder %s.".formatted(source));
        }
        LocalFiles found = new LocalFiles(source.toRealPath());
        Files.walkFileTree(found.root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, found);
        found.refuse(source);
        if (found.files.isEmpty()) {
            throw new Trouble("%s holds no files.".formatted(source));
        }
        return found.files;
    }

    private static SortedMap<String, Path> archive(Path source) throws Trouble {
        String name = String.valueOf(source.getFileName());
        if (!ARCHIVE.matcher(name).matches()) {
            throw new Trouble("%s is neither a folder nor a .tar, .tar.gz, .tgz or .zip archive.".formatted(source));
        }
        return new TreeMap<>(Map.of(name, source));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        if (folder.equals(root)) {
            return FileVisitResult.CONTINUE;
        }
        return !isHidden(folder) && stays(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (isHidden(file)) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isSymbolicLink()) {
            unsendable.add(name(file) + " (a link whose target is missing)");
        } else if (!attributes.isRegularFile()) {
            unsendable.add(name(file) + " (neither a file nor a folder)");
        } else if (stays(file)) {
            add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (!(failure instanceof FileSystemLoopException)) {
            throw failure;
        }
        if (!isHidden(file)) {
            unsendable.add(name(file) + " (a link to a folder that holds it)");
        }
        return FileVisitResult.CONTINUE;
    }

    /** Whether it is no link, or one that leads to something inside the folder. */
    private boolean stays(Path path) throws IOException {
        if (!Files.isSymbolicLink(path) || path.toRealPath().startsWith(root)) {
            return true;
        }
        unsendable.add(name(path) + " (a link that leads out of the folder)");
        return false;
    }

    private void add(Path file) {
        String name = name(file);
        if (isReadable(file, name)) {
            files.put(name, file);
        } else {
            misnamed.add(name);
        }
    }

    /** Java shows a name that it cannot read with other characters, and then no longer finds the file. */
    private boolean isReadable(Path file, String name) {
        try {
            return name.chars().noneMatch(Character::isISOControl)
                    && root.resolve(root.getFileSystem().getPath(name)).equals(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private String name(Path path) {
        return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }

    private void refuse(Path source) throws Trouble {
        if (!unsendable.isEmpty()) {
            throw new Trouble(
                    "Nothing was sent, because %s holds entries that cannot be sent (%,d): %s; replace links by what they lead to, or delete them."
                            .formatted(source, unsendable.size(), first(unsendable)));
        }
        if (!misnamed.isEmpty()) {
            throw new Trouble(
                    "Nothing was sent, because %s holds files whose names are not UTF-8 or hold control characters (%,d): %s; rename them (convmv changes many at once)."
                            .formatted(source, misnamed.size(), first(misnamed)));
        }
    }

    /** The first few, for a sentence. */
    static String first(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (names.size() > NAMED ? " and %,d more".formatted(names.size() - NAMED) : "");
    }
}
