package dev.plankton.local;

import dev.plankton.app.DataFolder;
import dev.plankton.app.Durations;
import dev.plankton.app.Screen;
import dev.plankton.app.StackState;
import dev.plankton.app.ui.ConductorUi;
import dev.plankton.db.Database;
import dev.plankton.embedded.Cache;
import dev.plankton.embedded.CloseAtExit;
import dev.plankton.embedded.EmbeddedConductor;
import dev.plankton.embedded.EmbeddedPostgres;
import dev.plankton.embedded.EmbeddedStack;
import dev.plankton.embedded.Loopback;
import dev.plankton.embedded.Parts;
import dev.plankton.embedded.ProgressListener;
import dev.plankton.embedded.Secrets;
import dev.plankton.engine.metrics.Metrics;
import dev.plankton.engine.service.Environment;
import dev.plankton.engine.service.ServiceConfig;
import dev.plankton.engine.service.WorkerService;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.store.CacheLimit;
import dev.plankton.engine.store.S3ObjectStore;
import dev.plankton.gateway.Gateway;
import dev.plankton.gateway.GatewayConfig;
import dev.plankton.gateway.UserInterface;
import dev.plankton.network.engine.Engines;
import dev.plankton.steps.Steps;
import dev.plankton.workflows.Registrar;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The whole system, started on a data folder. Closing it, or the end of this process, stops all parts. */
final class LocalSystem implements AutoCloseable {
    private static final int TOKEN_BYTES = 24;

    private final CloseAtExit running;
    private final StackState state;

    private LocalSystem(CloseAtExit running, StackState state) {
        this.running = running;
        this.state = state;
    }

    /** Starts all parts one after the other and prints a line for each. */
    static LocalSystem start(DataFolder folder, StartOptions options, Screen screen) throws Exception {
        long start = System.nanoTime();
        DataFolder.Lock lock = folder.lock();
        if (folder.closeToOthers()) {
            screen.line(part(
                    "Data",
                    "%s was open to other users of this machine; now it is yours alone".formatted(folder.path())));
        }
        if (options.fresh()) {
            EmbeddedStack.stopLeftovers(folder.path());
            folder.empty();
        }
        LogFile.use(folder); // before anything is logged
        Parts parts = new Parts();
        CloseAtExit running = new CloseAtExit(parts);
        try {
            parts.open(() -> lock);
            StackState state = startParts(folder, options, screen, parts);
            screen.line("Ready after %s.".formatted(Durations.text((System.nanoTime() - start) / 1e9)));
            return new LocalSystem(running, state);
        } catch (Exception e) {
            running.close();
            throw e;
        }
    }

    private static StackState startParts(DataFolder folder, StartOptions options, Screen screen, Parts parts)
            throws Exception {
        CacheLimit cache = Environment.cache(System.getenv()); // refused before anything starts
        String devices = String.join("; ", Engines.load().requireUsable());
        screen.line(part("Network", devices));
        UserInterface ui =
                ConductorUi.keptIn(Cache.folder("conductor-ui"), screen).find(options.ui());
        EmbeddedStack stack = EmbeddedStack.start(folder.path(), options.ports(), listener(screen), parts);
        GatewayConfig gateway = gateway(folder, options, ui, stack, screen);
        StackState state = state(stack, gateway);
        int migrations = Database.migrate(state.database());
        screen.line(part("Database", "schema is up to date (%d migrations applied)".formatted(migrations)));
        screen.line(part("Workflows", summary(new Registrar(URI.create(state.conductor())).register(Steps.types()))));
        Metrics metrics = parts.open(() -> Metrics.open(Environment.metrics(System.getenv())));
        metrics.address().ifPresent(address -> screen.line(part("Metrics", address + "/metrics")));
        List<Step<?, ?>> steps = Steps.create(Steps.ALL, URI.create(state.conductor()), environment(state));
        ServiceConfig workers =
                state.workers(folder, Optional.of(EmbeddedConductor.SCHEMA)).with(cache);
        parts.open(() -> WorkerService.start(workers, steps, metrics));
        screen.line(part("Workers", "polling for %d kinds of steps".formatted(steps.size())));
        screen.line(part("Demo data", DemoUpload.ensure(new S3ObjectStore(state.objects()))));
        S3ObjectStore reports = new S3ObjectStore(state.objects(), metrics.store());
        parts.open(() -> Gateway.start(gateway, reports, state.historyOnly(), metrics));
        screen.line(part("Gateway", state.address()));
        state.write(folder);
        parts.open(() -> () -> StackState.delete(folder));
        return state;
    }

    private static GatewayConfig gateway(
            DataFolder folder, StartOptions options, UserInterface ui, EmbeddedStack stack, Screen screen)
            throws IOException {
        String token = new Secrets(folder.resolve("gateway")).get("token", TOKEN_BYTES);
        return new GatewayConfig(
                Loopback.ADDRESS,
                GatewayPart.port(folder, options.port(), screen),
                stack.conductorUrl(),
                ui,
                GatewayConfig.token(System.getenv(), Optional.of(token)),
                Environment.gateway(System.getenv()));
    }

    /** The workers write the gateway's address into what they record. */
    private static Map<String, String> environment(StackState state) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putIfAbsent(Environment.PUBLIC_URL, state.gateway());
        return environment;
    }

    /** Such as {@code tasks: 16 unchanged; workflows: 4 created, version 1}. */
    private static String summary(List<String> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.substring(0, line.indexOf(' ')) + "s", TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(kind -> kind.getKey() + ": " + outcomes(kind.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String outcomes(List<String> lines) {
        return lines.stream()
                .map(line -> line.substring(line.indexOf(": ") + 2))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(outcome -> outcome.getValue() + " " + outcome.getKey())
                .collect(Collectors.joining(", "));
    }

    /** The addresses and credentials of the parts that this process started. */
    static StackState state(EmbeddedStack stack, GatewayConfig gateway) {
        return new StackState(
                Optional.of(ProcessHandle.current().pid()),
                stack.conductorUrl().toString(),
                stack.jdbcUrl(),
                stack.postgres().user(),
                stack.postgres().password(),
                EmbeddedPostgres.READER,
                stack.postgres().readerPassword(),
                stack.store().url().toString(),
                stack.store().bucket(),
                stack.store().accessKey(),
                stack.store().secretKey(),
                gateway.publicUrl().orElse(GatewayPart.address(gateway.port())).toString(),
                gateway.token());
    }

    private static ProgressListener listener(Screen screen) {
        return new ProgressListener() {
            @Override
            public void starting(String name) {
                screen.live(part(name, "starting ..."));
            }

            @Override
            public void ready(String name, String address, Duration took) {
                screen.line(part(name, "%s  (%s)".formatted(address, Durations.text(took.toMillis() / 1e3))));
            }
        };
    }

    private static String part(String name, String text) {
        return "%-11s %s".formatted(name, text);
    }

    StackState state() {
        return state;
    }

    @Override
    public void close() throws Exception {
        running.close();
    }
}
