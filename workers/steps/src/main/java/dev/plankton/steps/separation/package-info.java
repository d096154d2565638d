/** Measures how well each class stands apart from the others in the embedding. */
@NullMarked
package dev.plankton.steps.separation;

import org.jspecify.annotations.NullMarked;
