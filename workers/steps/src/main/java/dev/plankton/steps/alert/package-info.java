/** Reports runs that failed. */
@NullMarked
package dev.plankton.steps.alert;

import org.jspecify.annotations.NullMarked;
