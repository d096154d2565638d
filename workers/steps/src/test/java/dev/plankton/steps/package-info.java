@NullMarked
package dev.plankton.steps;

import org.jspecify.annotations.NullMarked;
