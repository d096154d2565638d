package dev.plankton.engine.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder in which a service keeps its state. */
final class StateFolder {
    private StateFolder() {}

    /**
     * Makes the folder if it is missing, and tries to write into it.
     *
     * @throws IllegalArgumentException with a sentence, if that is not possible
     */
    static Path usable(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".writable", ".tmp"));
            return folder;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The workers keep their state in %s (PLANKTON_STATE_FOLDER), but user %s cannot write there; make that user its owner, or name another folder."
                            .formatted(folder.toAbsolutePath(), user()),
                    e);
        }
    }

    /** Its number, since users of containers often have no name. */
    private static Object user() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException | UnsupportedOperationException e) { // on another system than Linux
            return System.getProperty("user.name");
        }
    }
}
