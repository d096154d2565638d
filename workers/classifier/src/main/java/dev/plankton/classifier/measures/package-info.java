/** Measures of a classification, from plain arrays. */
@NullMarked
package dev.plankton.classifier.measures;

import org.jspecify.annotations.NullMarked;
