package dev.plankton.network.dl4j;

import dev.plankton.network.embedding.Embedders;
import dev.plankton.network.engine.TrainingEngine;
import java.util.List;
import java.util.Map;

/** The engine under test. */
final class Engines {
    static final TrainingEngine DL4J = new Dl4jEngine();
    static final Embedders EMBEDDERS =
            new Embedders(new dev.plankton.network.engine.Engines(List.of(DL4J)), Map.of("OMP_NUM_THREADS", "1"));

    private Engines() {}
}
