package dev.plankton.app;

import dev.plankton.engine.store.ObjectStore;
import java.util.List;

/** The commands that work on a running system. */
public final class Commands {
    private Commands() {}

    /** The way into the store that runs on a data folder. */
    @FunctionalInterface
    public interface Way {
        Upload.Access to(ObjectStore store, DataFolder folder);
    }

    /** One of each, in the order in which the help lists them. */
    public static List<Object> all(Way way) {
        return List.of(
                new StatusCommand(),
                new PutCommand(way),
                new DatasetsCommand(),
                new RemoveCommand(),
                new WeightsCommand(),
                new RunCommand(),
                new ReportCommand(),
                new SqlCommand(),
                new QueryCommand(),
                new OnnxCommand());
    }
}
