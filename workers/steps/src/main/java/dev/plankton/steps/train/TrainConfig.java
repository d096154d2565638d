package dev.plankton.steps.train;

import java.util.Map;

/**
 * Settings of a worker for training, the same for all rounds. They have no influence on the result.
 *
 * @param snapshotSeconds seconds between two snapshots; 0 takes none by time
 * @param snapshotSteps steps between two snapshots; 0 takes none by steps
 */
public record TrainConfig(int snapshotSeconds, int snapshotSteps) {

    public TrainConfig {
        notNegative("PLANKTON_SNAPSHOT_SECONDS", snapshotSeconds);
        notNegative("PLANKTON_SNAPSHOT_STEPS", snapshotSteps);
    }

    boolean takesSnapshots() {
        return snapshotSeconds > 0 || snapshotSteps > 0;
    }

    /** Reads the environment. A malformed value throws an {@link IllegalArgumentException} that names the variable. */
    public static TrainConfig fromEnvironment(Map<String, String> environment) {
        return new TrainConfig(
                number(environment, "PLANKTON_SNAPSHOT_SECONDS", 60),
                number(environment, "PLANKTON_SNAPSHOT_STEPS", 0));
    }

    private static void notNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException("%s must be 0 (never) or more, not %d.".formatted(name, value));
        }
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        String given = environment.getOrDefault(name, "").strip();
        try {
            return given.isEmpty() ? otherwise : Integer.parseInt(given);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s must be a whole number, not '%s'.".formatted(name, given), e);
        }
    }
}
