@NullMarked
package dev.plankton.network.onnx;

import org.jspecify.annotations.NullMarked;
