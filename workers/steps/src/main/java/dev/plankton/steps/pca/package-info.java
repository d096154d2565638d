/**
 * Step {@code plankton_pca}: the embedding's first three principal components over the checkpoints, as a film and as a
 * view that can be turned (SPEC 7).
 */
@NullMarked
package dev.plankton.steps.pca;

import org.jspecify.annotations.NullMarked;
