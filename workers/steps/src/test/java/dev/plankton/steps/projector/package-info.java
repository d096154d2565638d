@NullMarked
package dev.plankton.steps.projector;

import org.jspecify.annotations.NullMarked;
