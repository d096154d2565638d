@NullMarked
package dev.plankton.numerics.components;

import org.jspecify.annotations.NullMarked;
