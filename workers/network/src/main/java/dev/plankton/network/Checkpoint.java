package dev.plankton.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * All that training goes on from, in one {@link FloatArchive}: the network's settings as JSON, its parameters
 * (running statistics among them) and the velocity of its momentum. A checkpoint always holds both, so that each can be
 * trained on.
 *
 * @param parameters in the order of the graph's flat view
 * @param velocity of each parameter
 */
@SuppressWarnings("ArrayRecordComponent")
record Checkpoint(NetworkSettings network, float[] parameters, float[] velocity) {
    private static final String SETTINGS = "network.json";
    private static final String PARAMETERS = "parameters.f32";
    private static final String VELOCITY = "velocity.f32";

    void write(Path file) throws IOException {
        new FloatArchive(
                        SETTINGS,
                        JsonMapper.builder().build().writeValueAsString(network),
                        Map.of(PARAMETERS, parameters, VELOCITY, velocity))
                .write(file);
    }

    /** @throws IOException if the file cannot be read or is not a checkpoint */
    static Checkpoint read(Path file) throws IOException {
        FloatArchive archive = FloatArchive.read(file, SETTINGS);
        float[] parameters = archive.arrays().get(PARAMETERS);
        float[] velocity = archive.arrays().get(VELOCITY);
        if (parameters == null || velocity == null || parameters.length != velocity.length) {
            throw new IOException("%s is not a checkpoint: it lacks parameters or their velocity".formatted(file));
        }
        try {
            NetworkSettings network = JsonMapper.builder().build().readValue(archive.settings(), NetworkSettings.class);
            return new Checkpoint(network, parameters, velocity);
        } catch (JsonProcessingException e) {
            throw new IOException("%s is not a checkpoint: its settings cannot be read".formatted(file), e);
        }
    }
}
