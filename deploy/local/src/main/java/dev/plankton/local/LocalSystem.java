package dev.plankton.local;

import dev.plankton.app.DataFolder;
import dev.plankton.app.Durations;
import dev.plankton.app.Screen;
import dev.plankton.app.StackState;
import dev.plankton.db.Database;
import dev.plankton.embedded.CloseAtExit;
import dev.plankton.embedded.EmbeddedPostgres;
import dev.plankton.embedded.EmbeddedStack;
import dev.plankton.embedded.Parts;
import dev.plankton.embedded.ProgressListener;
import dev.plankton.embedded.StackConfig;
import dev.plankton.engine.service.WorkerService;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.store.S3ObjectStore;
import dev.plankton.network.engine.Engines;
import dev.plankton.steps.Steps;
import dev.plankton.workflows.Registrar;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The whole system, started on a data folder. Closing it, or the end of this process, stops all parts. */
final class LocalSystem implements AutoCloseable {
    private final CloseAtExit running;
    private final StackState state;

    private LocalSystem(CloseAtExit running, StackState state) {
        this.running = running;
        this.state = state;
    }

    /** Starts all parts one after the other and prints a line for each. */
    static LocalSystem start(DataFolder folder, boolean fresh, StackConfig config, Screen screen) throws Exception {
        long start = System.nanoTime();
        DataFolder.Lock lock = folder.lock();
        if (fresh) {
            EmbeddedStack.stopLeftovers(folder.path());
            folder.empty();
        }
        LogFile.use(folder); // before anything is logged
        Parts parts = new Parts();
        CloseAtExit running = new CloseAtExit(parts);
        try {
            parts.open(() -> lock);
            StackState state = startParts(folder, config, screen, parts);
            screen.line("Ready after %s.".formatted(Durations.text((System.nanoTime() - start) / 1e9)));
            return new LocalSystem(running, state);
        } catch (Exception e) {
            running.close();
            throw e;
        }
    }

    private static StackState startParts(DataFolder folder, StackConfig config, Screen screen, Parts parts)
            throws Exception {
        String devices = String.join("; ", Engines.load().requireUsable());
        screen.line(part("Network", devices));
        EmbeddedStack stack = EmbeddedStack.start(folder.path(), config, listener(screen), parts);
        StackState state = state(stack);
        int migrations = Database.migrate(state.database());
        screen.line(part("Database", "schema is up to date (%d migrations applied)".formatted(migrations)));
        screen.line(part("Workflows", summary(new Registrar(URI.create(state.conductor())).register(Steps.types()))));
        List<Step<?, ?>> steps = Steps.create(Steps.ALL, URI.create(state.conductor()), System.getenv());
        parts.open(() -> WorkerService.start(state.workers(folder), steps));
        screen.line(part("Workers", "polling for %d kinds of steps".formatted(steps.size())));
        screen.line(part("Demo data", DemoUpload.ensure(new S3ObjectStore(state.objects()))));
        state.write(folder);
        parts.open(() -> () -> StackState.delete(folder));
        return state;
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
    static StackState state(EmbeddedStack stack) {
        return new StackState(
                ProcessHandle.current().pid(),
                StackState.started(ProcessHandle.current()),
                stack.conductorUrl().toString(),
                stack.jdbcUrl(),
                stack.postgres().user(),
                stack.postgres().password(),
                EmbeddedPostgres.READER,
                stack.postgres().readerPassword(),
                stack.store().url().toString(),
                stack.store().bucket(),
                stack.store().accessKey(),
                stack.store().secretKey());
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
