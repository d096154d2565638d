package dev.plankton.gateway;

import dev.plankton.engine.metrics.Metrics;
import dev.plankton.engine.service.ServiceConfig;
import dev.plankton.engine.store.S3ObjectStore;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A gateway in a process of its own, with settings from the environment. */
final class GatewayProcess {
    private GatewayProcess() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ServiceConfig services = ServiceConfig.fromEnvironment(System.getenv());
        GatewayConfig config = new GatewayConfig(
                "127.0.0.1",
                Integer.parseInt(arguments[0]),
                services.conductor(),
                new UserInterface.None("There is none in this test."),
                GatewayConfig.token(System.getenv(), Optional.empty()),
                Optional.empty());
        try (Metrics metrics = Metrics.open(services.metrics());
                Gateway gateway =
                        Gateway.start(config, new S3ObjectStore(services.store()), services.database(), metrics)) {
            new CountDownLatch(1).await();
        }
    }
}
