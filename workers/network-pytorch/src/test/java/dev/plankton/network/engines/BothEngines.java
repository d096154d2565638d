package dev.plankton.network.engines;

import dev.plankton.network.embedding.Embedders;
import dev.plankton.network.engine.Engines;
import java.util.Map;

/** The engines under test. */
final class BothEngines {
    static final Engines ENGINES = Engines.load();
    static final Embedders EMBEDDERS = new Embedders(ENGINES, Map.of("OMP_NUM_THREADS", "1"));

    private BothEngines() {}
}
