@NullMarked
package dev.plankton.numerics;

import org.jspecify.annotations.NullMarked;
