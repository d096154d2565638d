/** The step that lays out everything a run found as static HTML (SPEC 10). */
@NullMarked
package dev.plankton.report;

import org.jspecify.annotations.NullMarked;
