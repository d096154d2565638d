/** What training minimises: losses of a batch of embeddings and their gradients, as plain numbers. */
@NullMarked
package dev.plankton.network.objective;

import org.jspecify.annotations.NullMarked;
