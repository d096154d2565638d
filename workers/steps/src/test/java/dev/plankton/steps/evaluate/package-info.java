@NullMarked
package dev.plankton.steps.evaluate;

import org.jspecify.annotations.NullMarked;
