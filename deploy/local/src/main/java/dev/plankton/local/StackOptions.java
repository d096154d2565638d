package dev.plankton.local;

import dev.plankton.app.DataFolder;
import dev.plankton.app.DataOption;
import dev.plankton.embedded.StackConfig;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands that start the system. */
final class StackOptions {
    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--fresh", description = "Empty the data folder first: database, uploads, results, reports.")
    private boolean fresh;

    @Option(names = "--conductor-port", paramLabel = "PORT", description = "Port of Conductor (default: a free one).")
    private int conductorPort;

    @Option(names = "--postgres-port", paramLabel = "PORT", description = "Port of PostgreSQL (default: a free one).")
    private int postgresPort;

    @Option(names = "--store-port", paramLabel = "PORT", description = "Port of the S3 store (default: a free one).")
    private int storePort;

    DataFolder folder() {
        return data.folder();
    }

    boolean fresh() {
        return fresh;
    }

    StackConfig config() {
        return new StackConfig(postgresPort, storePort, conductorPort);
    }
}
