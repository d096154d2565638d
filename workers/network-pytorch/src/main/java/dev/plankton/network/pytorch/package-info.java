/** Networks on libtorch, the C++ library of PyTorch. */
@NullMarked
package dev.plankton.network.pytorch;

import org.jspecify.annotations.NullMarked;
