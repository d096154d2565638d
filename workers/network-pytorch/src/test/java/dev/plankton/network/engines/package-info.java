@NullMarked
package dev.plankton.network.engines;

import org.jspecify.annotations.NullMarked;
