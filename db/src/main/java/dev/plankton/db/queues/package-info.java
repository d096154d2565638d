/** Conductor's queues, where they lie in the same database as the run history. */
@NullMarked
package dev.plankton.db.queues;

import org.jspecify.annotations.NullMarked;
