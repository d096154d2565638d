package dev.plankton.local;

import dev.plankton.app.Commands;
import dev.plankton.app.Sentence;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
            "plankton test runs all tests, plankton faults breaks every part while each kind of step runs.",
            "plankton help COMMAND explains a command."
        })
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        CommandLine commands = new CommandLine(new Main());
        commands.addSubcommand(new DemoCommand()).addSubcommand(new UpCommand()).addSubcommand(new DownCommand());
        Commands.all(LocalUploads::access).forEach(commands::addSubcommand);
        commands.addSubcommand(new CommandLine.HelpCommand()).setOut(out).setCaseInsensitiveEnumValuesAllowed(true);
        commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("plankton: " + Sentence.of(failure));
            return CommandLine.ExitCode.SOFTWARE;
        });
        return commands;
    }
}
