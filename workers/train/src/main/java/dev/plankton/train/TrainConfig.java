package dev.plankton.train;

import java.util.Map;

/**
 * How a worker trains, whatever the round: what it decides has no influence on the result.
 *
 * @param snapshotSeconds how long a round trains between two snapshots; 0 never asks for one
 * @param snapshotSteps steps between two snapshots; 0 never asks for one
 */
public record TrainConfig(int snapshotSeconds, int snapshotSteps) {

    public TrainConfig {
        notNegative("PLANKTON_SNAPSHOT_SECONDS", snapshotSeconds);
        notNegative("PLANKTON_SNAPSHOT_STEPS", snapshotSteps);
    }

    /** Reads the environment; a malformed value is an {@link IllegalArgumentException} that names it. */
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
