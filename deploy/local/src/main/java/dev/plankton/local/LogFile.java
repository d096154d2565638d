package dev.plankton.local;

/** Sends what the libraries and workers log into a file of the data folder, away from the screen. */
final class LogFile {

    private LogFile() {}

    /** Has an effect only before the first logger is used. */
    static void use(DataFolder folder) {
        System.setProperty("plankton.log", folder.resolve("plankton.log").toString());
        System.setProperty("logback.configurationFile", "dev/plankton/local/logback-file.xml");
    }
}
