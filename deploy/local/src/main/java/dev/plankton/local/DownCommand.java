package dev.plankton.local;

import dev.plankton.app.DataFolder;
import dev.plankton.app.DataOption;
import dev.plankton.app.StackState;
import dev.plankton.app.Trouble;
import dev.plankton.embedded.EmbeddedStack;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "down", description = "Stops the running system; its data stay.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
    private static final long LONGEST_STOP_SECONDS = 90;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        DataFolder folder = data.folder();
        Optional<ProcessHandle> process = StackState.read(folder).flatMap(StackState::process);
        if (process.isEmpty()) {
            EmbeddedStack.stopLeftovers(folder.path());
            StackState.delete(folder);
            out.println("Nothing runs on %s.".formatted(folder.path()));
            return 0;
        }
        process.get().destroy();
        try {
            process.get().onExit().get(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Trouble("Process %d has not stopped after %d s."
                    .formatted(process.get().pid(), LONGEST_STOP_SECONDS));
        }
        out.println("Stopped.");
        return 0;
    }
}
