@NullMarked
package dev.plankton.weights;

import org.jspecify.annotations.NullMarked;
