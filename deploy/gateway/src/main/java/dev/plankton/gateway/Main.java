package dev.plankton.gateway;

import dev.plankton.engine.service.Environment;
import dev.plankton.engine.service.ServiceConfig;
import dev.plankton.engine.store.S3ObjectStore;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The gateway with settings from the environment; for containers. */
public final class Main {
    private static final String PORT = "PLANKTON_GATEWAY_PORT";
    private static final String UI_SERVER = "PLANKTON_CONDUCTOR_UI_URL";
    private static final String ADVICE = "Name the server that has Conductor's UI in %s.".formatted(UI_SERVER);

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> environment = System.getenv();
        ServiceConfig services = ServiceConfig.fromEnvironment(environment);
        Optional<URI> ui = Environment.value(environment, UI_SERVER).map(URI::create);
        GatewayConfig config = new GatewayConfig(
                "0.0.0.0",
                Environment.value(environment, PORT).map(Integer::valueOf).orElse(GatewayConfig.DEFAULT_PORT),
                services.conductor(),
                ui.<UserInterface>map(UserInterface.Server::new).orElse(new UserInterface.None(ADVICE)),
                GatewayConfig.token(environment, Optional.empty()),
                Environment.gateway(environment));
        Gateway gateway = Gateway.start(config, new S3ObjectStore(services.store()), services.database());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            try {
                gateway.close();
            } catch (IOException e) {
                System.err.println(e.getMessage());
            }
        }));
        new CountDownLatch(1).await();
    }
}
