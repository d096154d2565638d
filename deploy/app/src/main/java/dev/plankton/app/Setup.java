package dev.plankton.app;

import dev.plankton.db.Database;
import dev.plankton.db.ReaderLogin;
import dev.plankton.engine.service.Environment;
import dev.plankton.engine.service.ServiceConfig;
import dev.plankton.steps.Steps;
import dev.plankton.workflows.Registrar;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/**
 * Prepares new services for their first run; does no harm to services that are already prepared. For containers. If
 * {@code PLANKTON_READER_USER} and its password are given, it also makes that login for readers of the run history.
 */
public final class Setup {

    private static final String READER_USER = "PLANKTON_READER_USER";
    private static final String READER_PASSWORD = "PLANKTON_READER_PASSWORD";

    private Setup() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> environment = System.getenv();
        ServiceConfig config = ServiceConfig.fromEnvironment(environment);
        PrintStream out = System.out;
        out.printf("database: %d migrations%n", Database.migrate(config.database()));
        Optional<String> reader = Environment.value(environment, READER_USER);
        if (reader.isPresent()) {
            String password = Environment.value(environment, READER_PASSWORD)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "Set %s, or %s_FILE to a file that holds it.".formatted(READER_PASSWORD, READER_PASSWORD)));
            ReaderLogin.ensure(config.database(), reader.get(), password);
            out.printf("login %s: may read the run history%n", reader.get());
        }
        out.printf(
                "bucket %s: %s%n",
                config.store().bucket(), Bucket.create(config.store()) ? "created" : "there already");
        new Registrar(config.conductor()).register(Steps.types()).forEach(out::println);
    }
}
