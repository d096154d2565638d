/** The step that trains a classifier on embeddings and measures it (SPEC 6). */
@NullMarked
package dev.plankton.steps.classifier;

import org.jspecify.annotations.NullMarked;
