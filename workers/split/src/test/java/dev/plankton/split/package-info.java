@NullMarked
package dev.plankton.split;

import org.jspecify.annotations.NullMarked;
