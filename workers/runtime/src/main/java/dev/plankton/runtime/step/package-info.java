@NullMarked
package dev.plankton.runtime.step;

import org.jspecify.annotations.NullMarked;
