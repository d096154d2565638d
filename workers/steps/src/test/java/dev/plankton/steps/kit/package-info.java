@NullMarked
package dev.plankton.steps.kit;

import org.jspecify.annotations.NullMarked;
