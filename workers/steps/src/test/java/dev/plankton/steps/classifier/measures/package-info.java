@NullMarked
package dev.plankton.steps.classifier.measures;

import org.jspecify.annotations.NullMarked;
