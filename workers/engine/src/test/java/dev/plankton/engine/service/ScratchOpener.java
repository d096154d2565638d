package dev.plankton.engine.service;

import java.nio.file.Files;
import java.nio.file.Path;

/** A process that opens and closes a scratch space again and again. */
final class ScratchOpener {
    private ScratchOpener() {}

    public static void main(String[] arguments) throws Exception {
        Path parent = Path.of(arguments[0]);
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            try (ScratchSpace scratch = ScratchSpace.open(parent)) {
                Files.writeString(
                        Files.createDirectories(scratch.folder().resolve("a/b")).resolve("file"), "x");
                Thread.sleep(1);
            }
        }
    }
}
