package dev.plankton.network.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.testing.SeededInception;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainedWeightsTest {
    private static final Map<String, float[]> ARRAYS = SeededInception.arrays();

    @TempDir
    private Path folder;

    @Test
    void comeBackAsTheyWereWritten() throws Exception {
        Path file = folder.resolve("weights");
        new PretrainedWeights("notop.h5", InputScaling.UNIT, ARRAYS).write(file);
        PretrainedWeights read = PretrainedWeights.read(file);
        assertThat(read.source()).isEqualTo("notop.h5");
        assertThat(read.scaling()).isEqualTo(InputScaling.UNIT);
        assertThat(read.arrays())
                .hasSameSizeAs(ARRAYS)
                .allSatisfy((name, array) -> assertThat(array).isEqualTo(ARRAYS.get(name)));
    }

    @Test
    void theSameWeightsHaveTheSameBytes() throws Exception {
        List<String> names = new ArrayList<>(ARRAYS.keySet());
        Collections.shuffle(names, new Random(1));
        Map<String, float[]> shuffled = new LinkedHashMap<>();
        names.forEach(name -> shuffled.put(name, ARRAYS.getOrDefault(name, new float[0])));
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        new PretrainedWeights("notop.h5", InputScaling.SIGNED, ARRAYS).write(one);
        new PretrainedWeights("notop.h5", InputScaling.SIGNED, shuffled).write(other);
        assertThat(Files.mismatch(one, other)).isEqualTo(-1);
    }

    @Test
    void mustBeCompleteAndOfTheRightLengths() {
        Map<String, float[]> arrays = new LinkedHashMap<>(ARRAYS);
        arrays.remove("conv2d_7/mean");
        assertThatThrownBy(() -> new PretrainedWeights("x", InputScaling.UNIT, arrays))
                .hasMessage("conv2d_7/mean has no values, Inception v3 needs 48");
        arrays.put("conv2d_7/mean", new float[64]);
        assertThatThrownBy(() -> new PretrainedWeights("x", InputScaling.UNIT, arrays))
                .hasMessage("conv2d_7/mean has 64 values, Inception v3 needs 48");
        arrays.put("conv2d_7/mean", new float[48]);
        arrays.put("conv2d_95/mean", new float[64]);
        assertThatThrownBy(() -> new PretrainedWeights("x", InputScaling.UNIT, arrays))
                .hasMessage("there are 377 arrays, Inception v3 needs 376");
    }

    @Test
    void somethingElseIsRefusedInASentence() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "something else");
        Path nameless = folder.resolve("nameless");
        new FloatArchive("weights.json", "{\"source\":\"x\"}", ARRAYS).write(nameless);
        Path partial = folder.resolve("partial");
        new FloatArchive("weights.json", "{\"source\":\"x\",\"scaling\":\"UNIT\"}", Map.of("a", new float[1]))
                .write(partial);
        assertThat(List.of(text, nameless, partial))
                .allSatisfy(file -> assertThatThrownBy(() -> PretrainedWeights.read(file))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(
                                "%s holds no pretrained weights of Inception v3; make them with `plankton weights import`."
                                        .formatted(file.getFileName())));
    }
}
