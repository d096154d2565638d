package dev.plankton.local.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network of hosts on this machine. Each is a network namespace with an address of its own and a cable to a bridge;
 * this machine has an address on the bridge as well. Only root can make one. There is one at a time, so that what a
 * killed test left behind can be removed.
 */
final class HostNetwork implements AutoCloseable {
    private static final String SUBNET = "10.213.77.";
    private static final String HERE = SUBNET + "1";
    private static final String BRIDGE = "plankton-br";
    private static final String HOST = "plankton-host-";
    private static final String CABLE = "plankton-";
    private static final Path LOCK = Path.of(System.getProperty("java.io.tmpdir"), "plankton-hosts.lock");

    private final FileChannel lock;

    private HostNetwork(FileChannel lock) {
        this.lock = lock;
    }

    /** Whether this user and this machine can make such a network. */
    static boolean possible() throws IOException, InterruptedException {
        String probe = HOST + ProcessHandle.current().pid();
        try {
            Commands.run("ip", "netns", "add", probe);
            Commands.run("ip", "netns", "exec", probe, "true");
            Commands.run("ip", "netns", "delete", probe);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits until no other test has one, and makes one with hosts from 1 to the given number. */
    static HostNetwork open(int hosts) throws IOException, InterruptedException {
        FileChannel lock = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock.lock(); // until the channel is closed
        HostNetwork network = new HostNetwork(lock);
        network.remove();
        Commands.run("ip", "link", "add", BRIDGE, "type", "bridge");
        Commands.run("ip", "address", "add", HERE + "/24", "dev", BRIDGE);
        Commands.run("ip", "link", "set", BRIDGE, "up");
        for (int host : IntStream.rangeClosed(1, hosts).toArray()) {
            network.add(host);
        }
        return network;
    }

    private void add(int host) throws IOException, InterruptedException {
        Commands.run("ip", "netns", "add", HOST + host);
        Commands.run("ip", "link", "add", CABLE + host, "type", "veth", "peer", "name", "eth0", "netns", HOST + host);
        Commands.run("ip", "link", "set", CABLE + host, "master", BRIDGE, "up");
        for (List<String> inside : List.of(
                List.of("ip", "link", "set", "lo", "up"),
                List.of("ip", "address", "add", SUBNET + (host + 10) + "/24", "dev", "eth0"),
                List.of("ip", "link", "set", "eth0", "up"))) {
            List<String> command = new ArrayList<>(on(host));
            command.addAll(inside);
            Commands.run(command.toArray(String[]::new));
        }
    }

    /** This machine, as the hosts see it. */
    InetAddress here() throws IOException {
        return InetAddress.getByName(HERE);
    }

    /** What to put before a command that is to run on a host. */
    List<String> on(int host) {
        return List.of("ip", "netns", "exec", HOST + host);
    }

    /** Unplugs the cable of a host: nothing comes through any more, and no connection is told. */
    void cut(int host) throws IOException, InterruptedException {
        Commands.run("ip", "link", "set", CABLE + host, "down");
    }

    /** Plugs it in again. */
    void heal(int host) throws IOException, InterruptedException {
        Commands.run("ip", "link", "set", CABLE + host, "up");
    }

    private void remove() throws IOException, InterruptedException {
        for (String line : Commands.run("ip", "netns", "list").lines().toList()) {
            String host = line.split(" ", 2)[0];
            if (host.startsWith(HOST)) {
                for (String process :
                        Commands.run("ip", "netns", "pids", host).lines().toList()) {
                    ProcessHandle.of(Long.parseLong(process)).ifPresent(ProcessHandle::destroyForcibly);
                }
                Commands.run("ip", "netns", "delete", host); // and its cable with it
            }
        }
        if (Files.exists(Path.of("/sys/class/net", BRIDGE))) {
            Commands.run("ip", "link", "delete", BRIDGE);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try (lock) {
            remove();
        }
    }
}
