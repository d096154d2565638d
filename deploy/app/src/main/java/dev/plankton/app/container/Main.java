package dev.plankton.app.container;

import dev.plankton.app.Sentence;
import dev.plankton.network.engine.UnusableDeviceException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * What the image runs: {@code workers}, {@code gateway}, {@code setup}, or {@code cli} with one of the commands of
 * {@code ./plankton}.
 */
public final class Main {
    /** As sysexits.h calls a wrong configuration: another start would end in the same way. */
    private static final int WRONG_SETTINGS = 78;

    private static final String COMMAND_LINE = "cli";
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    /** With the value {@code wait}, wrong settings do not end the container, so that it is not started again for ever. */
    private static final String ON_WRONG_SETTINGS = "PLANKTON_ON_WRONG_SETTINGS";

    private static final Map<String, Role> ROLES =
            Map.of("workers", new WorkersRole(), "gateway", new GatewayRole(), "setup", new SetupRole());

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        String name = arguments.length == 0 ? "" : arguments[0];
        Role role = ROLES.get(name);
        if (role != null) {
            run(role, System.getenv());
        } else if (name.equals(COMMAND_LINE)) {
            System.exit(Cli.line().execute(Arrays.copyOfRange(arguments, 1, arguments.length)));
        } else {
            System.err.println("Say what the container shall do: workers, gateway, setup, or cli and a command.");
            System.exit(WRONG_USE);
        }
    }

    private static void run(Role role, Map<String, String> environment) throws InterruptedException {
        try {
            role.run(environment);
            System.exit(0);
        } catch (IllegalArgumentException | UnusableDeviceException e) {
            System.err.println(Sentence.of(e));
            stayIfAsked(environment);
            System.exit(WRONG_SETTINGS);
        } catch (Exception e) {
            System.err.println(Sentence.of(e));
            System.exit(FAILED);
        }
    }

    private static void stayIfAsked(Map<String, String> environment) throws InterruptedException {
        if (environment.getOrDefault(ON_WRONG_SETTINGS, "").equals("wait")) {
            System.err.println("Nothing runs in this container until that is mended and the container started again.");
            new CountDownLatch(1).await();
        }
    }
}
