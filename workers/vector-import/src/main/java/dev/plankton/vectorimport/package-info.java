/** The step that takes in embeddings made elsewhere. */
@NullMarked
package dev.plankton.vectorimport;

import org.jspecify.annotations.NullMarked;
