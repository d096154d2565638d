@NullMarked
package dev.plankton.sweep;

import org.jspecify.annotations.NullMarked;
