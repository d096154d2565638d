package dev.plankton.app;

import dev.plankton.engine.service.Environment;
import dev.plankton.engine.service.ServiceConfig;
import dev.plankton.gateway.GatewayConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A system that runs elsewhere, in containers for example, known by the settings that its workers have too. */
final class RemoteStack {
    private static final Path REPORTS = Path.of("reports");

    private RemoteStack() {}

    static boolean isNamedBy(Map<String, String> environment) {
        return Environment.value(environment, Environment.CONDUCTOR_URL).isPresent();
    }

    /** @throws Trouble naming what the settings lack */
    static Stack of(Map<String, String> settings) throws Trouble {
        try {
            ServiceConfig config = ServiceConfig.fromEnvironment(settings);
            String reader = ReaderSettings.USER.from(settings);
            String password = ReaderSettings.PASSWORD.from(settings);
            URI gateway = Environment.gateway(settings).orElse(GatewayConfig.LOCAL);
            StackState state = new StackState(
                    Optional.empty(),
                    config.conductor().toString(),
                    config.database().url(),
                    config.database().user(),
                    config.database().password(),
                    reader,
                    password,
                    config.store().url().toString(),
                    config.store().bucket(),
                    config.store().accessKey(),
                    config.store().secretKey(),
                    gateway.toString(),
                    GatewayConfig.token(settings));
            return new Stack(state, config, REPORTS, Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new Trouble("The system's settings cannot be used. " + Sentence.of(e));
        }
    }
}
