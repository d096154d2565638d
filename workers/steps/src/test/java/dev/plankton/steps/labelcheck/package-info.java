@NullMarked
package dev.plankton.steps.labelcheck;

import org.jspecify.annotations.NullMarked;
