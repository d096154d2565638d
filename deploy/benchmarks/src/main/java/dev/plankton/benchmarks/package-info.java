/** Compares the speed of the network and of the analyses with that of the usual alternatives, in one run. */
@NullMarked
package dev.plankton.benchmarks;

import org.jspecify.annotations.NullMarked;
