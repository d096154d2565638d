package dev.plankton.network.engine;

import java.util.Map;

/** The number of threads that compute. */
public final class ComputeThreads {
    /** The environment variable that Deeplearning4j's libraries read. */
    private static final String VARIABLE = "OMP_NUM_THREADS";

    private ComputeThreads() {}

    /** The number that the environment asks for; if it asks for none, the number of processors. */
    public static int ofTheNetwork(Map<String, String> environment) {
        String asked = environment.getOrDefault(VARIABLE, "");
        return asked.matches("[1-9][0-9]{0,3}")
                ? Integer.parseInt(asked)
                : Runtime.getRuntime().availableProcessors();
    }
}
