/** Turns values into the HTML of the report's page. The document model escapes every text. */
@NullMarked
package dev.plankton.steps.report.page;

import org.jspecify.annotations.NullMarked;
