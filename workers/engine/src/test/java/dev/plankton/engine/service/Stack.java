package dev.plankton.engine.service;

import dev.plankton.db.Database;
import dev.plankton.db.DatabaseConfig;
import dev.plankton.embedded.EmbeddedStack;
import dev.plankton.embedded.ProgressListener;
import dev.plankton.embedded.StackConfig;
import dev.plankton.engine.store.StoreConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The real Conductor, PostgreSQL and S3 store, started once for all tests of this JVM. */
public final class Stack implements AutoCloseable {
    private final Path folder;
    private final EmbeddedStack services;
    private final DatabaseConfig database;

    private Stack() throws Exception {
        folder = Files.createTempDirectory("plankton-stack-");
        services = EmbeddedStack.start(folder, StackConfig.freePorts(), ProgressListener.silent());
        database = new DatabaseConfig(
                services.jdbcUrl(),
                services.postgres().user(),
                services.postgres().password(),
                4);
        Database.migrate(database);
    }

    EmbeddedStack services() {
        return services;
    }

    Conductors conductor() {
        return new Conductors(services.conductorUrl());
    }

    History history() {
        return new History(database);
    }

    public StoreConfig store() {
        return new StoreConfig(
                services.store().url(),
                services.store().bucket(),
                services.store().accessKey(),
                services.store().secretKey());
    }

    ServiceConfig config(Path stateFolder, int threads, Optional<String> taskDomain) {
        return new ServiceConfig(services.conductorUrl(), store(), database, stateFolder, threads, taskDomain);
    }

    @Override
    public void close() throws Exception {
        services.close();
        Folders.delete(folder);
    }

    /** Hands the one stack to every test that asks for it. */
    public static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Stack.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(Stack.class, key -> start(), Stack.class);
        }

        private static Stack start() {
            try {
                return new Stack();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
