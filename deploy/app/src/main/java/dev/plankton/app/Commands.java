package dev.plankton.app;

import dev.plankton.engine.store.ObjectStore;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;

/** The commands that work on a running system. */
public final class Commands {
    private Commands() {}

    /** The way into the store that runs on a data folder. */
    @FunctionalInterface
    public interface Way {
        /** The same way as into a store that runs elsewhere. */
        Way BY_REQUESTS = (store, folder) -> Upload.by(store);

        Upload.Access to(ObjectStore store, DataFolder folder);
    }

    /**
     * Adds one of each, and the help. Exit codes: 0 done, 1 failed, 2 wrong use.
     *
     * @return the same command line
     */
    public static CommandLine addTo(CommandLine line, Way way) {
        List.of(
                        new StatusCommand(),
                        new PutCommand(way),
                        new DatasetsCommand(),
                        new RemoveCommand(),
                        new WeightsCommand(),
                        new RunCommand(),
                        new ReportCommand(),
                        new SqlCommand(),
                        new QueryCommand(),
                        new OnnxCommand(),
                        new CommandLine.HelpCommand())
                .forEach(line::addSubcommand);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("plankton: " + Sentence.of(failure));
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }
}
