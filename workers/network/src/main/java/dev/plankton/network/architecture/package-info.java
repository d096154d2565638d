@NullMarked
package dev.plankton.network.architecture;

import org.jspecify.annotations.NullMarked;
