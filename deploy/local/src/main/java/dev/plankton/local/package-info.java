/**
 * The program behind {@code ./plankton}: the whole system on this machine, in one process beside PostgreSQL and
 * Conductor.
 */
@NullMarked
package dev.plankton.local;

import org.jspecify.annotations.NullMarked;
