package dev.plankton.embedded;

import java.nio.file.Path;

/** The folder for files that can be made again: {@code $XDG_CACHE_HOME/plankton} or {@code ~/.cache/plankton}. */
public final class Cache {

    private Cache() {}

    /** The part of it that has this name; it need not exist yet. */
    public static Path folder(String name) {
        String given = System.getenv("XDG_CACHE_HOME");
        Path root = given == null || given.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(given.strip());
        return root.resolve("plankton").resolve(name);
    }
}
