package dev.plankton.local.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A host of a {@link HostNetwork} with one worker, which has a state folder of its own. */
final class Host {
    private final HostNetwork network;
    private final int number;
    private final Holds holds;
    private final WorkerProcess worker;

    private Host(HostNetwork network, int number, Holds holds, WorkerProcess worker) {
        this.network = network;
        this.number = number;
        this.holds = holds;
        this.worker = worker;
    }

    /** @param folder for the worker's state and log */
    static Host start(HostNetwork network, int number, Path folder, Map<String, String> environment)
            throws IOException {
        Holds holds = new Holds(folder.resolve("holds"));
        WorkerProcess worker = WorkerProcess.start(network.on(number), environment, folder.resolve("log"));
        return new Host(network, number, holds, worker);
    }

    int number() {
        return number;
    }

    /** Of the steps on this host. */
    Holds holds() {
        return holds;
    }

    /** Which names in the run history are those of its worker, as a pattern of SQL's {@code like}. */
    String workerPattern() {
        return "%%-%d-%%".formatted(worker.pid());
    }

    void cut() throws IOException, InterruptedException {
        network.cut(number);
    }

    void heal() throws IOException, InterruptedException {
        network.heal(number);
    }

    void kill() throws InterruptedException {
        worker.kill();
    }
}
