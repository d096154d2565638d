@NullMarked
package dev.plankton.steps.trainingsummary;

import org.jspecify.annotations.NullMarked;
