package dev.plankton.app;

import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.engine.store.S3ObjectStore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "put",
        description = "Uploads images for workflows to use; files that are there already are not sent again.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "For example:",
            "  plankton put ~/zooscan zooscan",
            "  plankton run plankton_embedding dataset=zooscan"
        })
final class PutCommand implements Callable<Integer> {
    private final Commands.Way way;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final StackOption stack = new StackOption();

    @Option(
            names = {"--mirror", "--replace"},
            description = "Also removes from the dataset what was uploaded before and is no longer in SOURCE.")
    private boolean mirror;

    @Parameters(
            index = "0",
            paramLabel = "SOURCE",
            description = "A folder with one folder of images for each class, or a .tar, .tar.gz, .tgz or .zip of one.")
    private Path source = Path.of("");

    @Parameters(index = "1", paramLabel = "DATASET", description = "The dataset's name, as workflows use it.")
    private String dataset = "";

    PutCommand(Commands.Way way) {
        this.way = way;
    }

    @Override
    public Integer call() throws Exception {
        UploadName name = new UploadName(dataset);
        Stack running = stack.stack();
        Screen screen = new Screen(spec.commandLine().getOut());
        try (S3ObjectStore store = new S3ObjectStore(running.state().objects())) {
            Upload.Result result = upload(store, running)
                    .send(source, name, mirror ? Upload.Gone.REMOVE : Upload.Gone.KEEP, UploadProgress.on(screen));
            screen.line("%s: %,d new, %,d changed, %,d the same, %,d in all"
                    .formatted(
                            StoreKeys.upload(name), result.added(), result.changed(), result.same(), result.files()));
            if (!result.gone().isEmpty()) {
                screen.line(gone(result));
            }
        }
        return 0;
    }

    private String gone(Upload.Result result) {
        int count = result.gone().size();
        String files = count == 1 ? "1 uploaded file is" : "%,d uploaded files are".formatted(count);
        String which = LocalFiles.first(result.gone());
        return mirror
                ? "%s no longer in %s and %s removed from the dataset (%s)."
                        .formatted(files, source, count == 1 ? "was" : "were", which)
                : "%s no longer in %s and %s in the dataset (%s); `plankton put --mirror %s %s` removes what %s no longer holds."
                        .formatted(files, source, count == 1 ? "stays" : "stay", which, source, dataset, source);
    }

    /** A store of this machine can be reached faster than by requests. */
    private Upload upload(S3ObjectStore store, Stack running) {
        return running.local()
                .map(folder -> new Upload(store, way.to(store, folder)))
                .orElseGet(() -> new Upload(store));
    }
}
