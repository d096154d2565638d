@NullMarked
package dev.plankton.network.checkpoint;

import org.jspecify.annotations.NullMarked;
