/** Runs the whole with many combinations of inputs, and ranks what comes of them. */
@NullMarked
package dev.plankton.sweep;

import org.jspecify.annotations.NullMarked;
