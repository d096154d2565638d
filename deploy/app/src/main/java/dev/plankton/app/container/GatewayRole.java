package dev.plankton.app.container;

import dev.plankton.app.Screen;
import dev.plankton.app.ui.ConductorUi;
import dev.plankton.engine.metrics.Metrics;
import dev.plankton.engine.service.Environment;
import dev.plankton.engine.service.ServiceConfig;
import dev.plankton.engine.store.S3ObjectStore;
import dev.plankton.gateway.Gateway;
import dev.plankton.gateway.GatewayConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs the gateway. Conductor's UI is looked for as {@link ConductorUi} says and kept in the state folder. */
final class GatewayRole implements Role {
    private static final String ADDRESS = "0.0.0.0";
    private static final long LONGEST_STOP_SECONDS = 10;
    private static final String PORT = "PLANKTON_GATEWAY_PORT";

    @Override
    public void run(Map<String, String> environment) throws IOException, InterruptedException {
        ServiceConfig services = ServiceConfig.fromEnvironment(environment);
        Screen screen = new Screen(new PrintWriter(System.out, true, StandardCharsets.UTF_8), false);
        ConductorUi ui = ConductorUi.keptIn(services.stateFolder().resolve("conductor-ui"), screen);
        AtomicBoolean started = new AtomicBoolean();
        CountDownLatch stopping = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            stopping.countDown();
            awaitBriefly(stopped);
        }));
        try (Metrics metrics = Metrics.open(services.metrics())) {
            // The first start may download the UI for minutes: the process lives, but cannot serve yet.
            metrics.health()
                    .passing(() -> started.get() ? Optional.empty() : Optional.of("The gateway is still starting."));
            GatewayConfig config = new GatewayConfig(
                    ADDRESS,
                    Environment.value(environment, PORT).map(Integer::valueOf).orElse(GatewayConfig.DEFAULT_PORT),
                    services.conductor(),
                    ui.find(Environment.value(environment, ConductorUi.VARIABLE)),
                    GatewayConfig.token(environment, Optional.empty()),
                    Environment.gateway(environment));
            S3ObjectStore store = new S3ObjectStore(services.store(), metrics.store());
            try (Gateway gateway = Gateway.start(config, store, services.database(), metrics)) {
                started.set(true);
                screen.line("The gateway listens on port %d.".formatted(config.port()));
                stopping.await();
            }
        } finally {
            stopped.countDown();
        }
    }

    /** The process ends when its shutdown hooks have; the answers under way get a moment. */
    private static void awaitBriefly(CountDownLatch stopped) {
        try {
            boolean inTime = stopped.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                System.err.println("The gateway did not close in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
