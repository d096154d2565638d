/** Deletes what has no reason to stay. */
@NullMarked
package dev.plankton.cleanup;

import org.jspecify.annotations.NullMarked;
