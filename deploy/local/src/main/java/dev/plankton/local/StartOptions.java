package dev.plankton.local;

import dev.plankton.embedded.StackConfig;
import java.util.Optional;

/**
 * How the system is started.
 *
 * @param fresh whether the data folder is emptied first
 * @param ports of the services behind the gateway
 * @param port of the gateway; 0 for the one that the data folder remembers
 * @param ui where Conductor's UI is, if the user said so; see {@link dev.plankton.app.ui.ConductorUi}
 */
record StartOptions(boolean fresh, StackConfig ports, int port, Optional<String> ui) {}
