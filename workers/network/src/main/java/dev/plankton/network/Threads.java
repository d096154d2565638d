package dev.plankton.network;

import java.util.Map;

/** How many threads compute. */
final class Threads {
    /** What Deeplearning4j's libraries go by. */
    private static final String VARIABLE = "OMP_NUM_THREADS";

    private Threads() {}

    /** As many as the environment asks for; if it says nothing, as there are processors. */
    static int ofTheNetwork(Map<String, String> environment) {
        String asked = environment.getOrDefault(VARIABLE, "");
        return asked.matches("[1-9][0-9]{0,3}")
                ? Integer.parseInt(asked)
                : Runtime.getRuntime().availableProcessors();
    }
}
