/** Measures of a classification, from plain arrays. */
@NullMarked
package dev.plankton.steps.classifier.measures;

import org.jspecify.annotations.NullMarked;
