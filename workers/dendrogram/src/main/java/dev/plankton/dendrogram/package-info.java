/** Step {@code plankton_dendrogram}: Ward's clustering of the test embeddings as a tree (SPEC 9). */
@NullMarked
package dev.plankton.dendrogram;

import org.jspecify.annotations.NullMarked;
