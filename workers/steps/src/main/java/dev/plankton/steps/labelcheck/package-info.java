/** The step that lists images whose label is likely wrong (SPEC 12). */
@NullMarked
package dev.plankton.steps.labelcheck;

import org.jspecify.annotations.NullMarked;
