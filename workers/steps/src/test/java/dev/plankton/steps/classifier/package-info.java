@NullMarked
package dev.plankton.steps.classifier;

import org.jspecify.annotations.NullMarked;
