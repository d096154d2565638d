package dev.plankton.local;

import dev.plankton.app.DataFolder;

/** Writes the log of the libraries and workers to a file in the data folder instead of the screen. */
final class LogFile {

    private LogFile() {}

    /** Has an effect only before the first logger is used. */
    static void use(DataFolder folder) {
        System.setProperty("plankton.log", folder.resolve("plankton.log").toString());
        System.setProperty("logback.configurationFile", "dev/plankton/local/logback-file.xml");
    }
}
