package dev.plankton.app;

import dev.plankton.engine.service.ServiceConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The running system that a command works on.
 *
 * @param state its addresses and credentials
 * @param config the same as a worker on this machine takes them
 * @param reports the folder for reports that are copied to this machine
 * @param local the data folder of a system on this machine; empty for one that runs elsewhere
 */
public record Stack(StackState state, ServiceConfig config, Path reports, Optional<DataFolder> local) {

    /** The system that runs on the folder. */
    public static Stack on(DataFolder folder, StackState state) {
        return new Stack(
                state, state.workers(folder, Optional.empty()), folder.resolve("reports"), Optional.of(folder));
    }

    /** The system that runs on the folder, if one does. */
    static Optional<Stack> find(DataFolder folder) throws IOException, Trouble {
        return StackState.find(folder).map(state -> on(folder, state));
    }
}
