package dev.plankton.app;

import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.engine.store.S3ObjectStore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(
            index = "0",
            paramLabel = "SOURCE",
            description = "A folder with one folder of images for each class, or a .tar, .tar.gz, .tgz or .zip of one.")
    private Path source = Path.of("");

    @Parameters(index = "1", paramLabel = "DATASET", description = "The dataset's name, as workflows use it.")
    private String dataset = "";

    @Override
    public Integer call() throws Exception {
        UploadName name = new UploadName(dataset);
        StackState state = StackState.running(data.folder());
        Upload.Result result = new Upload(new S3ObjectStore(state.objects())).send(source, name);
        spec.commandLine()
                .getOut()
                .println("%s: %d files, %d sent, %d there already"
                        .formatted(
                                StoreKeys.upload(name), result.files(), result.sent(), result.files() - result.sent()));
        return 0;
    }
}
