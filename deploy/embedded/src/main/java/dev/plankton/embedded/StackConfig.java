package dev.plankton.embedded;

/**
 * How the embedded services are started.
 *
 * @param postgresPort port of PostgreSQL; 0 takes a free one
 * @param storePort port of the S3 store; 0 takes a free one
 * @param conductorPort port of Conductor; 0 takes a free one
 */
public record StackConfig(int postgresPort, int storePort, int conductorPort) {

    public StackConfig {
        check("PostgreSQL", postgresPort);
        check("the S3 store", storePort);
        check("Conductor", conductorPort);
    }

    /** Any free ports. */
    public static StackConfig freePorts() {
        return new StackConfig(0, 0, 0);
    }

    private static void check(String part, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "The port of %s must be from 0 (any free one) to 65535, not %d.".formatted(part, port));
        }
    }
}
