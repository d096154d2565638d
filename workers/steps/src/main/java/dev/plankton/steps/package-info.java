/** All steps. No step depends on the package of another step. */
@NullMarked
package dev.plankton.steps;

import org.jspecify.annotations.NullMarked;
