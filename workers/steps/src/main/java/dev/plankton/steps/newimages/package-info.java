/** New images that a model is shown: gathering and embedding them, how far they are from labelled ones, EcoTaxa's tables. */
@NullMarked
package dev.plankton.steps.newimages;

import org.jspecify.annotations.NullMarked;
