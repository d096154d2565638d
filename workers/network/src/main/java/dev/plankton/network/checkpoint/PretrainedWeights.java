package dev.plankton.network.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plankton.contracts.BadInputException;
import dev.plankton.network.architecture.ConvolutionShape;
import dev.plankton.network.architecture.InceptionShapes;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;

/**
 * All weights of Inception v3 without its top, ready for the network. The file is a {@link FloatArchive}: the same
 * weights from the same source always give the same bytes.
 *
 * @param source where they are from: a file's name without its folder, or {@code npm:name@version}
 * @param scaling the scaling of pixels that they expect
 * @param arrays for each {@link ConvolutionShape#layer()}: {@code conv2d_1/W} (outputs x inputs x height x width, row
 *     by row) and, of the batch normalisation after it, {@code conv2d_1/shift} (beta), {@code conv2d_1/mean} and
 *     {@code conv2d_1/variance}, one value for each output; its gamma is always 1
 */
public record PretrainedWeights(String source, InputScaling scaling, Map<String, float[]> arrays) {
    private static final String SETTINGS = "weights.json";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private record Settings(String source, InputScaling scaling) {}

    /** @throws IllegalArgumentException if an array is missing, has the wrong length or is not expected */
    public PretrainedWeights {
        arrays = Map.copyOf(arrays);
        Map<String, Integer> lengths = lengths();
        for (Map.Entry<String, Integer> length : lengths.entrySet()) {
            float[] array = arrays.get(length.getKey());
            if (array == null || array.length != length.getValue()) {
                throw new IllegalArgumentException("%s has %s values, Inception v3 needs %d"
                        .formatted(length.getKey(), array == null ? "no" : array.length, length.getValue()));
            }
        }
        if (arrays.size() > lengths.size()) {
            throw new IllegalArgumentException(
                    "there are %d arrays, Inception v3 needs %d".formatted(arrays.size(), lengths.size()));
        }
    }

    private static Map<String, Integer> lengths() {
        Map<String, Integer> lengths = new HashMap<>();
        for (ConvolutionShape shape : InceptionShapes.all()) {
            lengths.put(Parameters.name(shape.layer(), Parameters.WEIGHTS), shape.size());
            for (String perOutput : List.of(Parameters.SHIFT, Parameters.MEAN, Parameters.VARIANCE)) {
                lengths.put(Parameters.name(shape.layer(), perOutput), shape.outputs());
            }
        }
        return lengths;
    }

    public void write(Path file) throws IOException {
        String settings = MAPPER.writeValueAsString(new Settings(source, scaling));
        new FloatArchive(SETTINGS, settings, arrays).write(file);
    }

    /**
     * @throws BadInputException if the file holds something else
     * @throws IOException if it cannot be read
     */
    public static PretrainedWeights read(Path file) throws IOException {
        try {
            FloatArchive archive = FloatArchive.read(file, SETTINGS);
            Settings settings = MAPPER.readValue(archive.settings(), Settings.class);
            return new PretrainedWeights(settings.source(), settings.scaling(), archive.arrays());
        } catch (ZipException | JsonProcessingException | IllegalArgumentException e) {
            throw new BadInputException(
                    "%s holds no pretrained weights of Inception v3; make them with `plankton weights import`."
                            .formatted(file.getFileName()),
                    e);
        }
    }
}
