package dev.plankton.app;

import dev.plankton.engine.service.ServiceConfig;
import dev.plankton.engine.store.ArtifactStore;
import dev.plankton.engine.store.S3ObjectStore;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "onnx",
        description = "Writes a trained network as an ONNX file for other tools. It takes grey images of the network's"
                + " side, values 0 to 255, and gives their embeddings; its metadata name the classes.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "For example:",
            "  plankton sql 'select checkpoint_id, accuracy from history.checkpoint order by accuracy'",
            "  plankton onnx 0123456789abcdef... plankton.onnx"
        })
final class OnnxCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final StackOption stack = new StackOption();

    @Parameters(index = "0", paramLabel = "CHECKPOINT", description = "The checkpoint's id.")
    private String checkpoint = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to write.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws Exception {
        Stack running = stack.stack();
        ServiceConfig config = running.config();
        try (Sql sql = Sql.connect(running.state().historyOnly());
                S3ObjectStore objects = new S3ObjectStore(config.store())) {
            List<String> classes =
                    new OnnxDownload(sql, new ArtifactStore(objects, config.artifactCache())).bring(checkpoint, file);
            spec.commandLine()
                    .getOut()
                    .println("%s: a network that was trained on %d classes".formatted(file, classes.size()));
        }
        return 0;
    }
}
