@NullMarked
package dev.plankton.steps.sweep;

import org.jspecify.annotations.NullMarked;
