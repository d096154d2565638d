/** Compares the speed of the network and of the analyses with what a user would pick instead, in one run. */
@NullMarked
package dev.plankton.benchmarks;

import org.jspecify.annotations.NullMarked;
