/**
 * The one address that people open: Conductor's UI and API, the list of runs, and the reports from the store. It asks
 * for a token, and checks where a request comes from.
 */
@NullMarked
package dev.plankton.gateway;

import org.jspecify.annotations.NullMarked;
