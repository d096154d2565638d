package dev.plankton.app;

import dev.plankton.engine.store.S3ObjectStore;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "datasets",
        description = "Lists what was uploaded.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The state changes when a file comes, goes or changes. The log of a run's import names the state that it read."
        })
final class DatasetsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final StackOption stack = new StackOption();

    @Override
    public Integer call() throws Exception {
        StackState state = stack.stack().state();
        try (S3ObjectStore store = new S3ObjectStore(state.objects())) {
            Table table = new UploadList(store).table(ZoneId.systemDefault());
            table.lines().forEach(spec.commandLine().getOut()::println);
        }
        return 0;
    }
}
