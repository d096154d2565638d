package dev.plankton.app;

import java.util.List;

/** The commands that work on a running system. */
public final class Commands {
    private Commands() {}

    /** One of each, in the order in which the help lists them. */
    public static List<Object> all() {
        return List.of(
                new StatusCommand(),
                new PutCommand(),
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
