package dev.plankton.workflows;

import dev.plankton.embedded.EmbeddedStack;
import dev.plankton.embedded.ProgressListener;
import dev.plankton.embedded.StackConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a real PostgreSQL, S3 store and Conductor: one for all of them, because it takes a while to start. */
final class StackExtension implements ParameterResolver {
    private static final Namespace HERE = Namespace.create(StackExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == EmbeddedStack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(Running.class, key -> start(), Running.class)
                .stack();
    }

    private static Running start() {
        try {
            Path folder = Files.createTempDirectory("plankton-workflows-");
            return new Running(folder, EmbeddedStack.start(folder, StackConfig.freePorts(), ProgressListener.silent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closed by JUnit after the last test. */
    private record Running(Path folder, EmbeddedStack stack) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            stack.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
