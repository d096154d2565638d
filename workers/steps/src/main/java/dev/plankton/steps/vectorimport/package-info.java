/** The step that imports embeddings made elsewhere. */
@NullMarked
package dev.plankton.steps.vectorimport;

import org.jspecify.annotations.NullMarked;
