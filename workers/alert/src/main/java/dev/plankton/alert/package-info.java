/** Tells of runs that failed. */
@NullMarked
package dev.plankton.alert;

import org.jspecify.annotations.NullMarked;
