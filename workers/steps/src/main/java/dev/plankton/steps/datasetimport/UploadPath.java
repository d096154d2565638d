package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.steps.images.ImageFormat;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The path of a file in an upload. Names are compared in Unicode's composed form, because macOS writes the decomposed
 * form.
 *
 * @param parts folders and file name, none of them empty, {@code .} or {@code ..}
 * @param archiveFolders how many of the first folders stand for the archive that holds the file; zero for loose files,
 *     and for the files of an archive that was uploaded alone
 */
record UploadPath(List<String> parts, int archiveFolders) {
    /** Names become keys in the database, which have a limit. */
    static final int MAX_BYTES = 1024;

    private static final List<String> ARCHIVES = List.of(".tar", ".tar.gz", ".tgz", ".zip");
    private static final Set<String> CLUTTER = Set.of("__macosx", "thumbs.db", "desktop.ini");

    UploadPath {
        parts = List.copyOf(parts);
    }

    /**
     * Checks and splits the name of an entry.
     *
     * @param where describes what holds the entry in messages ("The archive a.zip")
     * @throws BadInputException if the name is absolute, leads outside, is too long or holds control characters
     */
    static UploadPath of(String where, String name) {
        String slashed = name.replace('\\', '/');
        if (slashed.startsWith("/") || slashed.matches("[A-Za-z]:.*")) {
            throw refusal(where, name, "whose path is absolute");
        }
        if (isTooLong(name)) {
            throw refusal(where, name, "whose path is longer than %d bytes".formatted(MAX_BYTES));
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw refusal(where, name, "whose path holds control characters");
        }
        List<String> parts = written(name).stream()
                .map(part -> Normalizer.normalize(part, Normalizer.Form.NFC))
                .toList();
        if (parts.contains("..")) {
            throw refusal(where, name, "whose path leads outside it");
        }
        return new UploadPath(parts, 0);
    }

    /** The path that {@link #toString} gave. */
    static UploadPath again(String path, int archiveFolders) {
        return new UploadPath(List.of(path.split("/")), archiveFolders);
    }

    /** The folders and the file name of an entry, as they are written. */
    static List<String> written(String name) {
        return Arrays.stream(name.replace('\\', '/').split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
    }

    /** The same file, in folders that stand for its archive. */
    UploadPath under(List<String> archive) {
        return new UploadPath(Stream.concat(archive.stream(), parts.stream()).toList(), archive.size());
    }

    /** The path inside the archive that holds the file. Loose files keep their path. */
    UploadPath inArchive() {
        return new UploadPath(parts.subList(archiveFolders, parts.size()), 0);
    }

    /** The folder that an archive's files appear in: its own path without {@code .zip}, {@code .tar.gz} and the like. */
    List<String> unpacked() {
        int extension = ARCHIVES.stream()
                .filter(fileName()::endsWith)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        List<String> folder = new ArrayList<>(parts);
        folder.set(parts.size() - 1, name().substring(0, name().length() - extension));
        return folder;
    }

    static boolean isTooLong(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    static BadInputException refusal(String where, String name, String fault) {
        return new BadInputException(
                "%s holds the entry '%s', %s; upload plain class folders, or an archive made of them."
                        .formatted(where, printable(name), fault));
    }

    /** The text without control characters, and short enough for a message. */
    static String printable(String text) {
        return printable(text, 120);
    }

    /** @param most characters that are shown */
    static String printable(String text, int most) {
        String shown = text.length() > most ? text.substring(0, most) + "..." : text;
        return shown.codePoints()
                .mapToObj(c -> Character.isISOControl(c) ? "?" : Character.toString(c))
                .collect(Collectors.joining());
    }

    /** Whether a file manager or an archiver put it there: hidden files, {@code __MACOSX} and similar. */
    boolean isClutter() {
        return parts.size() == archiveFolders
                || parts.stream().anyMatch(p -> p.startsWith(".") || CLUTTER.contains(p.toLowerCase(Locale.ROOT)));
    }

    boolean isImage() {
        return ImageFormat.isNameOfImage(fileName());
    }

    /** The file's extension in small letters, without the dot; blank if it has none. */
    String extension() {
        String name = fileName();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    boolean isArchive() {
        return ARCHIVES.stream().anyMatch(fileName()::endsWith);
    }

    /** The file's name as it is written. */
    String name() {
        return parts.getLast();
    }

    /** The name of the folder that the file is in, or blank if it is in none. */
    String folder() {
        return parts.size() < 2 ? "" : parts.get(parts.size() - 2);
    }

    /** The file's name without its extension. */
    String stem() {
        int dot = name().lastIndexOf('.');
        return dot < 0 ? name() : name().substring(0, dot);
    }

    /** The first few of many names, for a message. */
    static String first(List<String> names, int count) {
        String shown = names.stream().limit(count).map(UploadPath::printable).collect(Collectors.joining(", "));
        return names.size() > count ? shown + ", ..." : shown;
    }

    private String fileName() {
        return parts.getLast().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return String.join("/", parts);
    }
}
