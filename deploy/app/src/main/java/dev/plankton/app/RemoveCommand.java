package dev.plankton.app;

import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.engine.store.ObjectStore.StoredObject;
import dev.plankton.engine.store.S3ObjectStore;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "remove",
        description = "Deletes an upload after a question. Runs that have read it keep their results and reports.",
        mixinStandardHelpOptions = true)
final class RemoveCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final StackOption stack = new StackOption();

    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    @Parameters(
            index = "0",
            paramLabel = "DATASET",
            description = "The dataset's name, as `plankton datasets` lists it.")
    private String dataset = "";

    @Override
    public Integer call() throws Exception {
        UploadName name = new UploadName(dataset);
        StackState state = stack.stack().state();
        Screen screen = new Screen(spec.commandLine().getOut());
        try (S3ObjectStore store = new S3ObjectStore(state.objects())) {
            List<StoredObject> objects = store.list(StoreKeys.upload(name));
            if (objects.isEmpty()) {
                throw new Trouble(
                        "There is no dataset '%s'; `plankton datasets` lists what was uploaded.".formatted(name));
            }
            String what = "%s: %,d files, %s MB"
                    .formatted(StoreKeys.upload(name), UploadList.files(objects), UploadList.megabytes(objects));
            if (!yes && !Question.onTerminal(screen).agreed(what + ". Delete all of it?", dataset)) {
                screen.line("Nothing was deleted.");
                return 1;
            }
            new Upload(store).remove(objects.stream().map(StoredObject::key).toList());
            screen.line(what + ", deleted");
        }
        return 0;
    }
}
