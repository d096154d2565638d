@NullMarked
package dev.plankton.steps.preprocess;

import org.jspecify.annotations.NullMarked;
