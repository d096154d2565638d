@NullMarked
package dev.plankton.numerics.relations;

import org.jspecify.annotations.NullMarked;
