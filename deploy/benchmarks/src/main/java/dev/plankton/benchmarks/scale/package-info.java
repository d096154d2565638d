/** Runs the whole system on drawn uploads of growing size. */
@NullMarked
package dev.plankton.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
