package dev.plankton.embedded;

/**
 * How the embedded services are started.
 *
 * @param postgresPort port of PostgreSQL; 0 takes a free one
 * @param storePort port of the S3 store; 0 takes a free one
 * @param conductorPort port of Conductor; 0 takes a free one
 * @param closeAtExit whether the services are stopped when this JVM ends, also by TERM or INT; false leaves that to the
 *     caller
 */
public record StackConfig(int postgresPort, int storePort, int conductorPort, boolean closeAtExit) {

    public StackConfig {
        check("PostgreSQL", postgresPort);
        check("the S3 store", storePort);
        check("Conductor", conductorPort);
    }

    /** Free ports, and everything stopped when this JVM ends. */
    public static StackConfig freePorts() {
        return new StackConfig(0, 0, 0, true);
    }

    private static void check(String part, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "The port of %s must be from 0 (any free one) to 65535, not %d.".formatted(part, port));
        }
    }
}
