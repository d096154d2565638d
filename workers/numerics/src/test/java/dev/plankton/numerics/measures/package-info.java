@NullMarked
package dev.plankton.numerics.measures;

import org.jspecify.annotations.NullMarked;
