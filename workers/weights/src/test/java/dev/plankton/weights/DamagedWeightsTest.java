package dev.plankton.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.network.testing.Damage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small TensorFlow.js models and packages with changed or missing bytes: each is refused in a sentence, or gives values
 * of the shape that it names. {@link KerasFileTest} does the same for Keras.
 */
class DamagedWeightsTest {
    private static final int INPUTS = 100;
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final byte[] MODEL = """
            {"format":"layers-model","weightsManifest":[{"paths":["a","b"],"weights":[
            {"name":"conv2d_1/kernel","shape":[1,1,2,3],"dtype":"float32"},
            {"name":"conv2d_1/bias","shape":[3],"dtype":"float32",
             "quantization":{"dtype":"uint8","min":-1,"scale":0.5}}]}]}""".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void write() throws IOException {
        model = Files.createDirectory(folder.resolve("model"));
        Files.write(model.resolve("model.json"), MODEL);
        Files.write(model.resolve("a"), new byte[16]);
        Files.write(model.resolve("b"), new byte[11]);
    }

    @Test
    void models() throws Exception {
        assertThat(refuses(model)).isFalse();
        int refused = 0;
        for (byte[] damaged : Damage.copies(MODEL, INPUTS)) {
            Files.write(model.resolve("model.json"), damaged);
            refused += refuses(model) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(INPUTS / 3);
    }

    @Test
    void packages() throws Exception {
        byte[] sound = Files.readAllBytes(Tarballs.pack(model, folder.resolve("package.tgz")));
        int refused = 0;
        for (byte[] damaged : Damage.copies(sound, INPUTS)) {
            Path tarball = Files.write(folder.resolve("given.tgz"), damaged);
            Path unpacked = Files.createTempDirectory(folder, "unpacked");
            try {
                new Tarball(unpacked, 1 << 20).unpack(tarball);
                refused += refuses(unpacked) ? 1 : 0;
            } catch (UnusableWeightsException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(INPUTS / 2);
    }

    /** Anything but a refusal or values of the right shape fails the test. */
    private static boolean refuses(Path folder) throws IOException {
        long start = System.nanoTime();
        try {
            for (Tensor tensor : LayersModelFile.tensors(ModelFolder.find(folder))) {
                assertThat(tensor.values().read())
                        .hasSize(tensor.shape().stream().reduce(1, (a, b) -> a * b));
            }
            return false;
        } catch (UnusableWeightsException e) {
            assertThat(e).message().isNotBlank();
            return true;
        } finally {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
        }
    }
}
