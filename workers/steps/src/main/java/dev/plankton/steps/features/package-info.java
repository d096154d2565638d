/** The step that computes the features of images once, for training the head alone (SPEC 3). */
@NullMarked
package dev.plankton.steps.features;

import org.jspecify.annotations.NullMarked;
