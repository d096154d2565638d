package dev.plankton.local;

import dev.plankton.app.DataFolder;
import dev.plankton.app.DataOption;
import dev.plankton.app.StackState;
import dev.plankton.app.Trouble;
import dev.plankton.embedded.EmbeddedStack;
import java.io.IOException;
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
        Optional<ProcessHandle> process = folder.holder();
        if (process.isEmpty()) {
            stopLeftovers(folder);
            out.println("Nothing runs on %s.".formatted(folder.path()));
            return 0;
        }
        if (!process.get().destroy()) {
            throw new Trouble("You may not stop process %d, which runs on %s; it belongs to another user."
                    .formatted(process.get().pid(), folder.path()));
        }
        try {
            process.get().onExit().get(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Trouble("Process %d has not stopped after %d s."
                    .formatted(process.get().pid(), LONGEST_STOP_SECONDS));
        }
        out.println("Stopped.");
        return 0;
    }

    /** Under the lock, so that nothing is stopped that is just being started. */
    private static void stopLeftovers(DataFolder folder) throws IOException, Trouble {
        if (folder.isOurs()) {
            try (DataFolder.Lock lock = folder.lock()) {
                EmbeddedStack.stopLeftovers(folder.path());
                StackState.delete(folder);
            }
        }
    }
}
