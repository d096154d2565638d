/** Classifies new images with a model, and says which lie far from all that it has learnt. */
@NullMarked
package dev.plankton.predict;

import org.jspecify.annotations.NullMarked;
