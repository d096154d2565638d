/** Finds labels that are likely wrong, from plain arrays. */
@NullMarked
package dev.plankton.numerics.labels;

import org.jspecify.annotations.NullMarked;
