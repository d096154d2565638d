/** The steps that write the embeddings of a training's checkpoints. */
@NullMarked
package dev.plankton.export;

import org.jspecify.annotations.NullMarked;
