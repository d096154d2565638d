@NullMarked
package dev.plankton.steps.predict;

import org.jspecify.annotations.NullMarked;
