@NullMarked
package dev.plankton.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
