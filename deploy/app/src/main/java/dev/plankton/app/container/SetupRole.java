package dev.plankton.app.container;

import dev.plankton.app.Bucket;
import dev.plankton.app.ReaderSettings;
import dev.plankton.db.Database;
import dev.plankton.db.ReaderLogin;
import dev.plankton.engine.service.ServiceConfig;
import dev.plankton.steps.Steps;
import dev.plankton.workflows.Registrar;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/**
 * Prepares new services for their first run; does no harm to services that are already prepared. If
 * its name and password are given, it also makes that login for readers of the run history.
 */
final class SetupRole implements Role {
    @Override
    public void run(Map<String, String> environment) throws IOException, InterruptedException {
        ServiceConfig config = ServiceConfig.fromEnvironment(environment);
        PrintStream out = System.out;
        out.printf("database: %d migrations%n", Database.migrate(config.database()));
        Optional<String> reader = ReaderSettings.USER.find(environment);
        if (reader.isPresent()) {
            String password = ReaderSettings.PASSWORD.from(environment);
            ReaderLogin.ensure(config.database(), reader.get(), password);
            out.printf("login %s: may read the run history%n", reader.get());
        }
        out.printf(
                "bucket %s: %s%n",
                config.store().bucket(), Bucket.create(config.store()) ? "created" : "there already");
        new Registrar(config.conductor()).register(Steps.types()).forEach(out::println);
    }
}
