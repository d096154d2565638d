@NullMarked
package dev.plankton.numerics.labels;

import org.jspecify.annotations.NullMarked;
