package dev.plankton.app.container;

import dev.plankton.app.Commands;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that work on a running system, wherever it runs. */
@Command(
        name = "plankton",
        description = "Works on a system that runs in containers.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class Cli {
    private Cli() {}

    static CommandLine line() {
        return Commands.addTo(new CommandLine(new Cli()), Commands.Way.BY_REQUESTS);
    }
}
