/** Runs the whole workflow with many combinations of inputs, and ranks the results. */
@NullMarked
package dev.plankton.steps.sweep;

import org.jspecify.annotations.NullMarked;
