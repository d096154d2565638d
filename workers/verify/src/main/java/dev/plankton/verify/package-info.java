/** Reads a run's artifacts again. */
@NullMarked
package dev.plankton.verify;

import org.jspecify.annotations.NullMarked;
