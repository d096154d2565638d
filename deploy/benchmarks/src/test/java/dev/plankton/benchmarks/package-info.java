@NullMarked
package dev.plankton.benchmarks;

import org.jspecify.annotations.NullMarked;
