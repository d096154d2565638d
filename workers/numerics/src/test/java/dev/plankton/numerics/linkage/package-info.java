@NullMarked
package dev.plankton.numerics.linkage;

import org.jspecify.annotations.NullMarked;
