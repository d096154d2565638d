/** Breaks every part while each kind of step runs, and compares the results with those of an undisturbed run. */
@NullMarked
package dev.plankton.local.faults;

import org.jspecify.annotations.NullMarked;
