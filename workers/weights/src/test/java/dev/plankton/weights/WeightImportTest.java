package dev.plankton.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.checkpoint.PretrainedWeights;
import dev.plankton.network.testing.SeededInception;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every format gives the same weights. */
class WeightImportTest {
    private static final KerasModel MODEL = KerasModel.numberedFrom(1);
    private static final String PACKAGE = "{\"name\":\"nsfwjs\",\"version\":\"4.4.0\"}";

    @TempDir
    private Path folder;

    private static PretrainedWeights read(Object from) throws Exception {
        return new WeightImport(URI.create("http://localhost:1")).read(from.toString(), Optional.empty());
    }

    private static void assertSeeded(PretrainedWeights weights, String source, InputScaling scaling) {
        assertThat(weights.source()).isEqualTo(source);
        assertThat(weights.scaling()).isEqualTo(scaling);
        assertThat(SeededInception.differences(weights.arrays())).isEmpty();
    }

    @Test
    void kerasWeightsAlone() throws Exception {
        Path file = folder.resolve("notop.h5");
        HdfFiles.write(file, MODEL, "");
        assertSeeded(read(file), "notop.h5", InputScaling.SIGNED);
    }

    @Test
    void aWholeKerasModelOfANewerVersionWithATop() throws Exception {
        Path file = folder.resolve("model.h5");
        HdfFiles.write(
                file,
                KerasModel.numberedFrom(0).with("predictions/kernel", KerasModel.constant(1, 1, 1, 2048, 10)),
                "model_weights");
        assertSeeded(read(file), "model.h5", InputScaling.SIGNED);
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void aModelOfTensorFlowJs(Encoding encoding) throws Exception {
        Path model = folder.resolve("inception");
        TensorFlowJsFiles.write(model, MODEL, encoding);
        assertSeeded(read(model), "inception", InputScaling.SIGNED);
    }

    @Test
    void theModelsOwnFileStandsForItsFolderAndAGivenScalingCounts() throws Exception {
        Path model = folder.resolve("inception");
        TensorFlowJsFiles.write(model, MODEL, Encoding.UINT8);
        PretrainedWeights weights = new WeightImport(URI.create("http://localhost:1"))
                .read(model.resolve("model.json").toString(), Optional.of(InputScaling.UNIT));
        assertSeeded(weights, "inception", InputScaling.UNIT);
    }

    @Test
    void anNpmPackageWithScripts() throws Exception {
        Path plain = folder.resolve("plain");
        TensorFlowJsFiles.write(plain, MODEL, Encoding.UINT8);
        Path unpacked = folder.resolve("unpacked");
        TensorFlowJsFiles.wrap(plain, unpacked.resolve("dist/models/inception_v3"));
        Path other = Files.createDirectories(unpacked.resolve("dist/models/mobilenet_v2"));
        Files.writeString(other.resolve("model.min.js"), "another model");
        Files.writeString(unpacked.resolve("package.json"), PACKAGE);
        Path tarball = Tarballs.pack(unpacked, folder.resolve("nsfwjs.tgz"));

        assertSeeded(read(unpacked), "npm:nsfwjs@4.4.0", InputScaling.UNIT);
        assertSeeded(read(tarball), "npm:nsfwjs@4.4.0", InputScaling.UNIT);
        try (NpmServer server = new NpmServer("nsfwjs", "4.4.0", Files.readAllBytes(tarball))) {
            WeightImport importer = WeightImport.fromEnvironment(
                    Map.of("PLANKTON_NPM_REGISTRY", server.address().toString()));
            assertSeeded(importer.read("npm:nsfwjs@4.4.0", Optional.empty()), "npm:nsfwjs@4.4.0", InputScaling.UNIT);
        }
    }

    @Test
    void whatHoldsNoWeightsIsRefusedInASentence() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no weights");
        assertThatThrownBy(() -> read(text))
                .hasMessage(text
                        + " cannot be imported: it is neither an .h5 file of Keras nor the .tgz of an npm package.");
        assertThatThrownBy(() -> read(folder.resolve("none.h5")))
                .hasMessage("%s/none.h5 cannot be imported: there is no such file or folder.", folder);
        assertThatThrownBy(() -> read("npm:nsfwjs@latest"))
                .hasMessage("npm:nsfwjs@latest cannot be imported: it is not npm:name@version with an exact version.");
    }
}
