package dev.plankton.app;

import dev.plankton.db.Database;
import dev.plankton.engine.service.ServiceConfig;
import dev.plankton.steps.Steps;
import dev.plankton.workflows.Registrar;
import java.io.IOException;
import java.io.PrintStream;

/** Prepares new services for their first run; does no harm to services that are already prepared. For containers. */
public final class Setup {

    private Setup() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ServiceConfig config = ServiceConfig.fromEnvironment(System.getenv());
        PrintStream out = System.out;
        out.printf("database: %d migrations%n", Database.migrate(config.database()));
        out.printf(
                "bucket %s: %s%n",
                config.store().bucket(), Bucket.create(config.store()) ? "created" : "there already");
        new Registrar(config.conductor()).register(Steps.types()).forEach(out::println);
    }
}
