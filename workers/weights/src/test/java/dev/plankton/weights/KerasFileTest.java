package dev.plankton.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that h5py wrote as Keras does ({@code make_keras_files.py}), and damaged copies of them. */
class KerasFileTest {
    @TempDir
    private Path folder;

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = Objects.requireNonNull(KerasFileTest.class.getResourceAsStream(name))) {
            Files.copy(in, file);
        }
        return file;
    }

    private static Map<String, Tensor> byPath(List<Tensor> tensors) {
        return tensors.stream().collect(Collectors.toMap(Tensor::path, Function.identity()));
    }

    /**
     * Both files hold the same layers. The second has them in its group model_weights, beside an optimizer's group, in
     * HDF5's newest style.
     */
    @ParameterizedTest
    @ValueSource(strings = {"weights.h5", "model.h5"})
    void readsTheTensorsOfTheLayersAlone(String name) throws Exception {
        Map<String, Tensor> tensors = byPath(KerasFile.tensors(file(name)));
        assertThat(tensors)
                .containsOnlyKeys(
                        "conv2d_1/conv2d_1/kernel:0",
                        "batch_normalization_1/batch_normalization_1/beta:0",
                        "batch_normalization_1/batch_normalization_1/moving_mean:0",
                        "batch_normalization_1/batch_normalization_1/moving_variance:0");
        Tensor kernel = Objects.requireNonNull(tensors.get("conv2d_1/conv2d_1/kernel:0"));
        assertThat(kernel.shape()).containsExactly(1, 2, 3, 4);
        float[] counting = new float[24];
        for (int i = 0; i < counting.length; i++) {
            counting[i] = i;
        }
        assertThat(kernel.values().read()).isEqualTo(counting);
    }

    @Test
    void followsNoLinks() throws Exception {
        file("weights.h5"); // the target of one of the links
        assertThat(byPath(KerasFile.tensors(file("odd.h5"))))
                .containsOnlyKeys("conv2d_1/kernel:0", "conv2d_2/kernel:0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"conv2d_1/kernel:0", "conv2d_2/kernel:0"})
    void compressedOrLongerNumbersAreRefused(String path) throws Exception {
        Tensor kernel =
                Objects.requireNonNull(byPath(KerasFile.tensors(file("odd.h5"))).get(path));
        assertThatThrownBy(() -> kernel.values().read())
                .isInstanceOf(UnusableWeightsException.class)
                .hasMessage(path + " is not one block of 32-bit numbers, as Keras writes it");
    }

    @Test
    void groupsThatHoldThemselvesAreRefused() throws Exception {
        assertThatThrownBy(() -> KerasFile.tensors(file("circle.h5")))
                .isInstanceOf(UnusableWeightsException.class)
                .hasMessage("it has more groups than any Keras model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"weights.h5", "model.h5"})
    void damageEndsInOneSentence(String name) throws Exception {
        byte[] sound = Files.readAllBytes(file(name));
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] damaged = Arrays.copyOf(sound, i % 4 == 0 ? random.nextInt(sound.length) : sound.length);
            for (int j = 0; j < 3 && damaged.length > 0; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            refused += readAll(Files.write(folder.resolve("damaged.h5"), damaged)) ? 0 : 1;
        }
        assertThat(refused).isBetween(50, 399);
    }

    /** @return false where it was refused; anything but a refusal fails the test */
    private static boolean readAll(Path file) throws IOException {
        try {
            for (Tensor tensor : KerasFile.tensors(file)) {
                if (tensor.shape().stream().mapToLong(length -> length).reduce(1, (a, b) -> a * b) < 1_000) {
                    tensor.values().read();
                }
            }
            return true;
        } catch (UnusableWeightsException e) {
            return false;
        }
    }

    /** Keras 3 numbers the layers of a kind by the model's own order, in which branches may change places. */
    @Test
    void weightsOfKeras3AreRefusedByName() {
        Path file = folder.resolve("inception.weights.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            WritableGroup layers = hdf.putGroup("layers");
            layers.putGroup("conv2d").putGroup("vars").putDataset("0", new float[][][][] {{{{1}}}});
            WritableGroup normalisation = layers.putGroup("batch_normalization").putGroup("vars");
            normalisation.putDataset("0", new float[] {1});
            normalisation.putDataset("1", new float[] {1});
        }
        assertThatThrownBy(() -> KerasFile.tensors(file))
                .isInstanceOf(UnusableWeightsException.class)
                .hasMessageStartingWith("it is a .weights.h5 file of Keras 3,")
                .hasMessageEndingWith("import the file that model.save('inception_v3.h5') writes");
    }
}
