/** Reads a run's artifacts again and checks them. */
@NullMarked
package dev.plankton.steps.verify;

import org.jspecify.annotations.NullMarked;
