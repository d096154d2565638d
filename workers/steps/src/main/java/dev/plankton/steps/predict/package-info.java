/** Classifies new images with a model, and flags those that are far from all labelled images. */
@NullMarked
package dev.plankton.steps.predict;

import org.jspecify.annotations.NullMarked;
