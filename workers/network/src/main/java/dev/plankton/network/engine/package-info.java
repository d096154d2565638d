@NullMarked
package dev.plankton.network.engine;

import org.jspecify.annotations.NullMarked;
