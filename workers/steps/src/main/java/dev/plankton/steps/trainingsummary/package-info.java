/** The step that summarises a training and passes its embeddings to the analyses. */
@NullMarked
package dev.plankton.steps.trainingsummary;

import org.jspecify.annotations.NullMarked;
