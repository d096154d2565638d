/** Deletes what nothing needs any more. */
@NullMarked
package dev.plankton.steps.cleanup;

import org.jspecify.annotations.NullMarked;
