package dev.plankton.engine.metrics;

/**
 * Where a process shows its measures and its health.
 *
 * @param address to listen on, such as 127.0.0.1
 * @param port to listen on; 0 for any free one
 */
public record MetricsConfig(String address, int port) {
    public static final String PORT = "PLANKTON_METRICS_PORT";
    public static final String ADDRESS = "PLANKTON_METRICS_ADDRESS";
    private static final int LARGEST_PORT = 65_535;

    public MetricsConfig {
        if (port < 0 || port > LARGEST_PORT) {
            throw new IllegalArgumentException(
                    "%s must be from 0 (any free port) to %d, not %d.".formatted(PORT, LARGEST_PORT, port));
        }
    }
}
