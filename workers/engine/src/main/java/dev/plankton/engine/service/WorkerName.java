package dev.plankton.engine.service;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** The name under which Conductor and the run history know a service. */
final class WorkerName {
    private static final int RANDOM = 8;

    private WorkerName() {}

    /** Such as {@code host-1234-5f0c3a2b}: in every container the process has the number 1, but the host's name differs. */
    static String unique() {
        return "%s-%d-%s"
                .formatted(
                        host(),
                        ProcessHandle.current().pid(),
                        UUID.randomUUID().toString().substring(0, RANDOM));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "host";
        }
    }
}
