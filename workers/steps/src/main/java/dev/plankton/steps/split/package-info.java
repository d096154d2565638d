@NullMarked
package dev.plankton.steps.split;

import org.jspecify.annotations.NullMarked;
