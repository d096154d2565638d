package dev.plankton.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that training goes on from, in one {@link FloatArchive}: the network's settings and the place in the round as
 * JSON, its parameters (running statistics among them) by layer and name, and the velocity of what learns.
 *
 * @param parameters of the whole network, laid out as {@link GraphParameters} says
 * @param velocity of the momentum, for each parameter that learnt last
 * @param position inside a round; {@link RoundPosition#NONE} at the end of one
 * @param losses of the finished steps of the round; none at its end
 */
@SuppressWarnings("ArrayRecordComponent") // plain numbers to keep
record Checkpoint(
        NetworkSettings network,
        Map<String, float[]> parameters,
        Map<String, float[]> velocity,
        RoundPosition position,
        float[] losses) {
    private static final String SETTINGS = "network.json";
    private static final String PARAMETERS = "parameters/";
    private static final String VELOCITY = "velocity/";

    private static final String LOSSES = "losses";

    /** A checkpoint at the end of a round. */
    Checkpoint(
            NetworkSettings network,
            Map<String, float[]> parameters,
            Map<String, float[]> velocity,
            RoundPosition position) {
        this(network, parameters, velocity, position, new float[0]);
    }

    private record Settings(NetworkSettings network, RoundPosition position) {}

    /**
     * A parameter of the network.
     *
     * @throws IllegalArgumentException if it is missing or has another length
     */
    float[] parameter(String name, int length) {
        float[] values = parameters.get(name);
        if (values == null || values.length != length) {
            throw new IllegalArgumentException(
                    "%s has %d values, not %d".formatted(name, values == null ? 0 : values.length, length));
        }
        return values;
    }

    void write(Path file) throws IOException {
        Map<String, float[]> arrays = new TreeMap<>();
        parameters.forEach((name, values) -> arrays.put(PARAMETERS + name, values));
        velocity.forEach((name, values) -> arrays.put(VELOCITY + name, values));
        if (losses.length > 0) {
            arrays.put(LOSSES, losses);
        }
        new FloatArchive(
                        SETTINGS,
                        JsonMapper.builder().build().writeValueAsString(new Settings(network, position)),
                        arrays)
                .write(file);
    }

    /** @throws IOException if the file cannot be read or is not a checkpoint */
    static Checkpoint read(Path file) throws IOException {
        FloatArchive archive = FloatArchive.read(file, SETTINGS);
        try {
            Settings settings = JsonMapper.builder().build().readValue(archive.settings(), Settings.class);
            return new Checkpoint(
                    settings.network(),
                    under(PARAMETERS, archive.arrays()),
                    under(VELOCITY, archive.arrays()),
                    settings.position(),
                    archive.arrays().getOrDefault(LOSSES, new float[0]));
        } catch (JsonProcessingException e) {
            throw new IOException("%s is not a checkpoint: its settings cannot be read".formatted(file), e);
        }
    }

    private static Map<String, float[]> under(String folder, Map<String, float[]> arrays) {
        Map<String, float[]> found = new TreeMap<>();
        arrays.forEach((name, values) -> {
            if (name.startsWith(folder)) {
                found.put(name.substring(folder.length()), values);
            }
        });
        return found;
    }
}
