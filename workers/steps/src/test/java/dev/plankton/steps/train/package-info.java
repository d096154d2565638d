@NullMarked
package dev.plankton.steps.train;

import org.jspecify.annotations.NullMarked;
