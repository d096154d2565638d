@NullMarked
package dev.plankton.runtime.measures;

import org.jspecify.annotations.NullMarked;
