/** Step {@code plankton_dendrogram}: Ward's clustering of the test embeddings as a tree (SPEC 9). */
@NullMarked
package dev.plankton.steps.dendrogram;

import org.jspecify.annotations.NullMarked;
