@NullMarked
package dev.plankton.projector;

import org.jspecify.annotations.NullMarked;
