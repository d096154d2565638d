/** Finding the smallest or the largest of many numbers. */
@NullMarked
package dev.plankton.numerics.selection;

import org.jspecify.annotations.NullMarked;
