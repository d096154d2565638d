/** Step {@code plankton_pca}: the embedding's three principal components over the checkpoints, as a film and a view to turn (SPEC 7). */
@NullMarked
package dev.plankton.pca;

import org.jspecify.annotations.NullMarked;
