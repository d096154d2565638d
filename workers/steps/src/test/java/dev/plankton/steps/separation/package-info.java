@NullMarked
package dev.plankton.steps.separation;

import org.jspecify.annotations.NullMarked;
