/** Measures on labelled vectors: plain arrays in, figures out. */
@NullMarked
package dev.plankton.numerics.measures;

import org.jspecify.annotations.NullMarked;
