package dev.plankton.network.checkpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.plankton.network.architecture.NetworkSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that is needed to continue a training, in one {@link FloatArchive}: the network's settings and the
 * position in the round as JSON, its parameters (with running statistics) by layer and name, and what the optimiser
 * continues with.
 *
 * @param parameters parameters of the whole network, named and laid out as
 *     {@link dev.plankton.network.architecture.Parameters} says
 * @param optimiser what training continues with, besides these parameters
 * @param position position inside a round; {@link RoundPosition#NONE} at the end of one
 * @param losses losses of the finished steps of the round; empty at its end
 */
@SuppressWarnings("ArrayRecordComponent") // plain numbers to keep
public record Checkpoint(
        NetworkSettings network,
        Map<String, float[]> parameters,
        OptimiserState optimiser,
        RoundPosition position,
        float[] losses) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();
    private static final String SETTINGS = "network.json";
    private static final String PARAMETERS = "parameters/";
    private static final String VELOCITY = "velocity/";
    private static final String UNAVERAGED = "unaveraged/";
    private static final String OBJECTIVE = "objective/";
    private static final String LOSSES = "losses";

    /** A network whose training has not begun. */
    public Checkpoint(NetworkSettings network, Map<String, float[]> parameters) {
        this(network, parameters, OptimiserState.NONE, RoundPosition.NONE, new float[0]);
    }

    private record Settings(NetworkSettings network, RoundPosition position) {}

    /**
     * A parameter of the network.
     *
     * @throws IllegalArgumentException if it is missing or has another length
     */
    public float[] parameter(String name, int length) {
        float[] values = parameters.get(name);
        if (values == null || values.length != length) {
            throw new IllegalArgumentException(
                    "%s has %d values, not %d".formatted(name, values == null ? 0 : values.length, length));
        }
        return values;
    }

    /** The network's settings as they stand in the file. */
    public String networkAsJson() throws IOException {
        return MAPPER.writeValueAsString(network);
    }

    public void write(Path file) throws IOException {
        Map<String, float[]> arrays = new TreeMap<>();
        parameters.forEach((name, values) -> arrays.put(PARAMETERS + name, values));
        optimiser.velocity().forEach((name, values) -> arrays.put(VELOCITY + name, values));
        optimiser.unaveraged().forEach((name, values) -> arrays.put(UNAVERAGED + name, values));
        optimiser.objective().forEach((name, values) -> arrays.put(OBJECTIVE + name, values));
        if (losses.length > 0) {
            arrays.put(LOSSES, losses);
        }
        new FloatArchive(SETTINGS, MAPPER.writeValueAsString(new Settings(network, position)), arrays).write(file);
    }

    /** @throws IOException if the file cannot be read or is not a checkpoint */
    public static Checkpoint read(Path file) throws IOException {
        FloatArchive archive = FloatArchive.read(file, SETTINGS);
        try {
            Settings settings = MAPPER.readValue(archive.settings(), Settings.class);
            return new Checkpoint(
                    settings.network(),
                    under(PARAMETERS, archive.arrays()),
                    new OptimiserState(
                            under(VELOCITY, archive.arrays()),
                            under(UNAVERAGED, archive.arrays()),
                            under(OBJECTIVE, archive.arrays())),
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
