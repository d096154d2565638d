/** The step that trains the network for one learning-rate round (SPEC 3 and 4). */
@NullMarked
package dev.plankton.steps.train;

import org.jspecify.annotations.NullMarked;
