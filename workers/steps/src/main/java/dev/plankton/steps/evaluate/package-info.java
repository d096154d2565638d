/** The steps that evaluate a checkpoint or uploaded embeddings (SPEC 5). */
@NullMarked
package dev.plankton.steps.evaluate;

import org.jspecify.annotations.NullMarked;
