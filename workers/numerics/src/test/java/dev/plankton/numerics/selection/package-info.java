@NullMarked
package dev.plankton.numerics.selection;

import org.jspecify.annotations.NullMarked;
