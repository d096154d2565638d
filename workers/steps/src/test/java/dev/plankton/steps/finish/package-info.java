@NullMarked
package dev.plankton.steps.finish;

import org.jspecify.annotations.NullMarked;
