package dev.plankton.local;

import dev.plankton.app.DataFolder;
import dev.plankton.app.Screen;
import dev.plankton.embedded.Loopback;
import dev.plankton.gateway.GatewayConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The port of the gateway: the same at each start on a data folder, so that tabs and bookmarks stay good. */
final class GatewayPart {
    private static final String FILE = "gateway-port";
    private static final int LARGEST_PORT = 65_535;

    private GatewayPart() {}

    static URI address(int port) {
        return URI.create("http://%s:%d".formatted(Loopback.ADDRESS, port));
    }

    /**
     * The port that is asked for, or the one that the folder remembers, or the usual one. If it is taken, another one
     * for this time.
     *
     * @param asked 0 if none is
     */
    static int port(DataFolder folder, int asked, Screen screen) throws IOException {
        Path file = folder.resolve(FILE);
        int wanted = asked > 0 ? asked : remembered(file);
        try {
            Loopback.port("The gateway", wanted);
        } catch (IOException e) {
            if (asked > 0) {
                throw new IOException("Port %d is taken; choose another one with --port.".formatted(asked), e);
            }
            int other = Loopback.port("The gateway", 0);
            screen.line(
                    "%-11s port %d is taken, so this time the address has port %d".formatted("Gateway", wanted, other));
            return other;
        }
        Files.writeString(file, Integer.toString(wanted));
        return wanted;
    }

    private static int remembered(Path file) throws IOException {
        if (!Files.exists(file)) {
            return GatewayConfig.DEFAULT_PORT;
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > LARGEST_PORT) {
            throw new IOException("The file %s is damaged; delete it, or choose a port with --port.".formatted(file));
        }
        return Integer.parseInt(text);
    }
}
