/** Reads Inception v3's weights from files of Keras, of TensorFlow.js or of an npm package with such a model. */
@NullMarked
package dev.plankton.weights;

import org.jspecify.annotations.NullMarked;
