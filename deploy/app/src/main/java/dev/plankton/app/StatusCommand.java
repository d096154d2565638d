package dev.plankton.app;

import dev.plankton.engine.store.S3ObjectStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        description = "Shows the parts of the running system; exit code 0 only if all of them are healthy.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final StackOption stack = new StackOption();

    /** Throws if a part does not work. */
    @FunctionalInterface
    private interface Check {
        void run() throws Exception;
    }

    @Override
    public Integer call() throws Exception {
        Optional<Stack> running = stack.find();
        if (running.isEmpty()) {
            out().println(stack.absence(""));
            return 1;
        }
        StackState state = running.get().state();
        boolean healthy = show("PostgreSQL", state.jdbcUrl(), () -> checkDatabase(state))
                & show("S3 store", state.store(), () -> new S3ObjectStore(state.objects()).list("datasets/demo/"))
                & show(
                        "Conductor",
                        state.conductor(),
                        () -> checkHealth(URI.create(state.conductor()).resolve("../health")))
                & running.get().local().map(folder -> here(folder, state)).orElseGet(() -> elsewhere(state));
        return healthy ? 0 : 1;
    }

    /** In one process on this machine. */
    private boolean here(DataFolder folder, StackState state) {
        boolean healthy = show("Gateway", state.address(), () -> checkHealth(URI.create(state.address())))
                & show("Workers", "process " + state.pid().orElseThrow(), () -> {});
        out().println("Data        " + folder.path());
        return healthy;
    }

    /** The gateway's address is meant for browsers, perhaps on other machines, so that it is only shown. */
    private boolean elsewhere(StackState state) {
        boolean healthy = show("Workers", "for all kinds of steps", () -> WorkersAtWork.check(state));
        out().println("Gateway             " + state.address());
        return healthy;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private boolean show(String part, String address, Check check) {
        try {
            check.run();
            out().println("%-10s  ok      %s".formatted(part, address));
            return true;
        } catch (Exception e) {
            out().println("%-10s  FAILED  %s  (%s)".formatted(part, address, Sentence.of(e)));
            return false;
        }
    }

    private static void checkDatabase(StackState state) throws Exception {
        try (Sql sql = Sql.connect(state.historyOnly())) {
            sql.ask("select count(*) from run");
        }
    }

    private static void checkHealth(URI health) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .cookieHandler(new CookieManager())
                .build()) {
            HttpResponse<Void> answer = client.send(
                    HttpRequest.newBuilder(health).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() != 200) {
                throw new IOException("it answers %d.".formatted(answer.statusCode()));
            }
        }
    }
}
