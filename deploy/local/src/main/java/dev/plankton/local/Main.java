package dev.plankton.local;

import dev.plankton.app.Commands;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of {@code ./plankton}. Exit codes: 0 done, 1 failed, 2 wrong use. */
@Command(
        name = "plankton",
        description = "From folders of plankton images to an embedding and a report on it.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "plankton 1.0",
        footer = {
            "",
            "plankton test runs all tests, plankton faults breaks every part while each kind of step runs,",
            "plankton containers tries the system in containers.",
            "plankton help COMMAND explains a command."
        })
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.addSubcommand(new DemoCommand()).addSubcommand(new UpCommand()).addSubcommand(new DownCommand());
        return Commands.addTo(line, LocalUploads::access);
    }
}
