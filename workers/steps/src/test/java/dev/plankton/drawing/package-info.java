@NullMarked
package dev.plankton.drawing;

import org.jspecify.annotations.NullMarked;
