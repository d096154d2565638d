package dev.plankton.local;

import dev.plankton.app.Screen;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        description = "Starts everything on this machine and keeps it running until Ctrl-C or `plankton down`.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final StackOptions options = new StackOptions();

    @Override
    public Integer call() throws Exception {
        Screen screen = new Screen(spec.commandLine().getOut());
        try (LocalSystem system = LocalSystem.start(options.folder(), options.start(), screen)) {
            keepUp(system, screen);
        }
        return 0;
    }

    /** Prints what the user can do now and waits for TERM or INT. */
    static void keepUp(LocalSystem system, Screen screen) throws InterruptedException {
        screen.line("Open " + system.state().address());
        screen.line("In another terminal: plankton run plankton_embedding, plankton status, plankton sql '...'");
        screen.line("Ctrl-C or `plankton down` stops everything.");
        new CountDownLatch(1).await();
    }
}
