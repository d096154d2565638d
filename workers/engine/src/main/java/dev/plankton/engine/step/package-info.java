@NullMarked
package dev.plankton.engine.step;

import org.jspecify.annotations.NullMarked;
