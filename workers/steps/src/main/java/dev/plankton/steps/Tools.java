package dev.plankton.steps;

import dev.plankton.network.embedding.Embedders;
import dev.plankton.network.engine.Engines;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The objects that steps are created with. The engines for networks are loaded when the first step asks for it. */
final class Tools {
    private final URI conductor;
    private final Map<String, String> environment;
    private Optional<Engines> engines = Optional.empty();

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

    /** @throws dev.plankton.network.engine.UnusableDeviceException if no engine can compute on this machine */
    Engines engines() {
        if (engines.isEmpty()) {
            Engines loaded = Engines.load();
            loaded.requireUsable();
            engines = Optional.of(loaded);
        }
        return engines.get();
    }

    Embedders embedders() {
        return new Embedders(engines(), environment);
    }
}
