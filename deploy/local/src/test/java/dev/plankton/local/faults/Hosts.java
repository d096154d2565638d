package dev.plankton.local.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Three hosts that reach one Conductor, store and database, which listen on this machine alone, through passages. */
final class Hosts implements AutoCloseable {
    static final int COUNT = 3;

    private static final int FAST = 2;

    private final HostNetwork network;
    private final List<Passage> passages = new ArrayList<>();
    private final List<Host> hosts = new ArrayList<>();
    private final boolean otherClock;

    Hosts(FaultySystem system, Path folder) throws IOException, InterruptedException {
        network = HostNetwork.open(COUNT);
        Optional<Map<String, String>> clock = OtherClock.variables();
        otherClock = clock.isPresent();
        System.out.println(
                otherClock
                        ? "The clock of host %d is 5 minutes fast.".formatted(FAST)
                        : "All clocks are right: libfaketime is not installed.");
        URI database = URI.create(system.database().url().substring("jdbc:".length()));
        String databaseUrl =
                "jdbc:postgresql://%s%s".formatted(passage(database).getAuthority(), database.getPath());
        URI conductor = passage(system.stack().conductorUrl());
        URI store = passage(system.stack().store().url());
        for (int number = 1; number <= COUNT; number++) {
            Path own = Files.createDirectories(folder.resolve("host-" + number));
            Map<String, String> environment = new HashMap<>(
                    system.environment(conductor, store, databaseUrl, own.resolve("state"), own.resolve("holds")));
            environment.put("PLANKTON_THREADS", "1");
            if (number == FAST) {
                clock.ifPresent(environment::putAll);
            }
            hosts.add(Host.start(network, number, own, environment));
        }
    }

    private URI passage(URI service) throws IOException {
        Passage passage = new Passage(service, network.here());
        passages.add(passage);
        return passage.url();
    }

    List<Host> all() {
        return hosts;
    }

    /** The one whose clock is 5 minutes fast; empty without libfaketime. */
    Optional<Host> fast() {
        return otherClock ? Optional.of(hosts.get(FAST - 1)) : Optional.empty();
    }

    /** Steps wait there from now on, on each host. */
    void hold(String moment) throws IOException {
        for (Host host : hosts) {
            host.holds().hold(moment);
        }
    }

    void release(String moment) throws IOException {
        for (Host host : hosts) {
            host.holds().release(moment);
        }
    }

    /** The hosts where a step has waited there so far. */
    List<Host> held(String moment) throws IOException {
        List<Host> held = new ArrayList<>();
        for (Host host : hosts) {
            if (host.holds().held(moment) > 0) {
                held.add(host);
            }
        }
        return held;
    }

    void forgetHolds() throws IOException {
        for (Host host : hosts) {
            host.holds().forget();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (Host host : hosts) {
            host.kill();
        }
        for (Passage passage : passages) {
            passage.close();
        }
        network.close();
    }
}
