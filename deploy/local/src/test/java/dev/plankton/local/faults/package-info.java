/** Breaks everything that can break, while each kind of step is at work, and compares what comes of it. */
@NullMarked
package dev.plankton.local.faults;

import org.jspecify.annotations.NullMarked;
