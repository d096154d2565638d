@NullMarked
package dev.plankton.finish;

import org.jspecify.annotations.NullMarked;
