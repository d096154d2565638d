package dev.plankton.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say on which system a command works. */
public final class StackOption {
    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--stack",
            paramLabel = "FILE",
            description =
                    "A system that runs elsewhere: a file with its addresses and passwords, one PLANKTON_...=value"
                            + " in a line (default: the environment, if it has PLANKTON_CONDUCTOR_URL).")
    private @Nullable Path file;

    /** The system; a sentence says how to start it if nothing runs. */
    Stack stack() throws IOException, Trouble {
        Optional<Stack> found = find();
        if (found.isEmpty()) {
            throw new Trouble(absence("; start it with `plankton up` in another terminal"));
        }
        return found.get();
    }

    /** The sentence where {@link #find} finds nothing. @param advice its end where nothing is starting either */
    String absence(String advice) throws IOException, Trouble {
        return folder().holder().isPresent()
                ? "The system on %s is starting or stopping; `plankton up` says when it is ready."
                        .formatted(folder().path())
                : "Nothing runs on %s%s.".formatted(folder().path(), advice);
    }

    /** The system, if it runs. */
    Optional<Stack> find() throws IOException, Trouble {
        Path named = file;
        if (named != null && data.given()) {
            throw new Trouble("Give either --data, a system of this machine, or --stack, one that runs elsewhere.");
        }
        if (named != null) {
            return Optional.of(RemoteStack.of(SettingsFile.read(named)));
        }
        Map<String, String> environment = System.getenv();
        return !data.given() && RemoteStack.isNamedBy(environment)
                ? Optional.of(RemoteStack.of(environment))
                : Stack.find(data.folder());
    }

    /** The data folder, also if nothing runs on it. */
    DataFolder folder() {
        return data.folder();
    }
}
