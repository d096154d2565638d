/** The step that writes a run's embeddings for other programs: the Embedding Projector, NumPy, Parquet readers. */
@NullMarked
package dev.plankton.steps.projector;

import org.jspecify.annotations.NullMarked;
