package dev.plankton.gateway;

import java.nio.file.Path;

/** Where the files of Conductor's UI come from. */
public sealed interface UserInterface {
    /** A folder with its index.html. */
    record Folder(Path path) implements UserInterface {}

    /**
     * Nowhere; everything else works.
     *
     * @param advice a sentence that says how to get it
     */
    record None(String advice) implements UserInterface {}
}
