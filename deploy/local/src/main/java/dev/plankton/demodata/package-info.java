/** Draws a small dataset of plankton-like vignettes, so that the whole pipeline can be tried without any download. */
@NullMarked
package dev.plankton.demodata;

import org.jspecify.annotations.NullMarked;
