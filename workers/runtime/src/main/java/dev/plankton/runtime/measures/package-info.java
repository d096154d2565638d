/** Measures that several steps take, as maths on plain arrays. */
@NullMarked
package dev.plankton.runtime.measures;

import org.jspecify.annotations.NullMarked;
