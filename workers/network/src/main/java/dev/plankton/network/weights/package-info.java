/** Inception v3's weights from files that Keras, TensorFlow.js or an npm package with such a model left. */
@NullMarked
package dev.plankton.network.weights;

import org.jspecify.annotations.NullMarked;
