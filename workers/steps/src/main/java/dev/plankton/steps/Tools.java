package dev.plankton.steps;

import dev.plankton.network.embedding.Embedders;
import dev.plankton.network.engine.TrainingEngine;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The objects that steps are created with. The engine for networks is loaded when the first step asks for it. */
final class Tools {
    private final URI conductor;
    private final Map<String, String> environment;
    private Optional<TrainingEngine> engine = Optional.empty();

    Tools(URI conductor, Map<String, String> environment) {
        this.conductor = conductor;
        this.environment = Map.copyOf(environment);
    }

    /** Conductor's API, ending in {@code /api/}. */
    URI conductor() {
        return conductor;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** @throws dev.plankton.network.engine.UnusableDeviceException if the engine cannot compute on this machine */
    TrainingEngine engine() {
        if (engine.isEmpty()) {
            TrainingEngine loaded = TrainingEngine.load();
            loaded.requireUsable();
            engine = Optional.of(loaded);
        }
        return engine.get();
    }

    Embedders embedders() {
        return new Embedders(engine(), environment);
    }
}
