/** The step that trains a classifier on embeddings and says how good it is (SPEC 6). */
@NullMarked
package dev.plankton.classifier;

import org.jspecify.annotations.NullMarked;
