/** Reads the images of a preprocessed dataset, in batches, for steps that need all of them. */
@NullMarked
package dev.plankton.steps.images;

import org.jspecify.annotations.NullMarked;
