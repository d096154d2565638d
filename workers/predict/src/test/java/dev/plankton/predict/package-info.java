@NullMarked
package dev.plankton.predict;

import org.jspecify.annotations.NullMarked;
