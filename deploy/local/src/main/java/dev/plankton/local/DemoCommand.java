package dev.plankton.local;

import dev.plankton.app.DataFolder;
import dev.plankton.app.Screen;
import dev.plankton.app.Stack;
import dev.plankton.app.WorkflowRun;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = "Starts everything, runs the whole workflow on generated images and shows its results.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final StackOptions options = new StackOptions();

    @Option(names = "--keep", description = "Keep everything running afterwards, until Ctrl-C or `plankton down`.")
    private boolean keep;

    @Override
    public Integer call() throws Exception {
        Screen screen = new Screen(spec.commandLine().getOut());
        DataFolder folder = options.folder();
        try (LocalSystem system =
                LocalSystem.start(folder, keep ? options.start() : options.startWithoutUi(), screen)) {
            boolean completed;
            try (WorkflowRun run = new WorkflowRun(Stack.on(folder, system.state()), screen)) {
                completed = run.run("plankton_embedding", Map.of(), Map.of());
            }
            if (keep) {
                UpCommand.keepUp(system, screen);
            } else {
                screen.line(
                        "Query the database with `plankton up` and `plankton sql 'select * from history.run_summary'`,");
                screen.line("or run `plankton demo --keep` to look around in Conductor.");
            }
            return completed ? 0 : 1;
        }
    }
}
